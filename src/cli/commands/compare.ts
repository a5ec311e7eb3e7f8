/** `compare`: what is done in another way in a newer recording, and what takes more or less. */
import { Option } from 'commander'
import { compareRows } from '../../core/compare/compare.ts'
import type { Finding as Found, Undecided } from '../../core/compare/finding.ts'
import { gestureWords } from '../../core/compare/trigger-words.ts'
import type { Exchange } from '../../core/exchange.ts'
import { createTrimmer } from '../../core/without-payloads.ts'
import { damageOf } from '../damage.ts'
import { exitCodeOf } from '../exit-code.ts'
import { formatOption } from '../format-option.ts'
import { readRows } from '../input/read-rows.ts'
import type { Finding } from '../report.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import type { Command } from './command.ts'

type FailOn = 'class' | 'number' | 'never'

interface Options {
  format: ReturnType<typeof formatOption.parse>
  failOn: FailOn
  sameActions?: boolean
}

export const compare: Command = {
  add(program, terminal, run) {
    program
      .command('compare')
      .description('Compare a recording with an older one of the same actions.')
      .argument('<base>', 'the older recording; - reads stdin')
      .argument('<new>', 'the newer recording')
      .addOption(
        new Option('--fail-on <what>', 'fail on changes of class, on changed numbers too, or never')
          .choices(['class', 'number', 'never'])
          .default('class'),
      )
      .option(
        '--same-actions',
        'both did the same, step by step: how often something is asked is compared, too',
      )
      .addOption(formatOption.of())
      .action((base: string, newer: string, options: Options) =>
        run(() => compareTwo(base, newer, options, terminal)),
      )
  },
}

async function compareTwo(
  base: string,
  newer: string,
  { format, failOn, sameActions: isSameActions = false }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const trim = createTrimmer()
  const read = async (path: string) => {
    const rows: Exchange[] = []
    const reading = await readRows(path, terminal, (row) => rows.push(trim(row)))
    return { reading, rows }
  }
  const before = await read(base)
  const after = await read(newer)
  const { findings, undecided } = compareRows(before.rows, after.rows, { isSameActions })
  const finding = (found: Found | Undecided) =>
    findingOf(found, failOn, before.reading.name, after.reading.name)
  const report = {
    command: 'compare' as const,
    suites: [
      {
        recording: after.reading.name,
        against: before.reading.name,
        rows: after.reading.rows,
        findings: [...findings, ...undecided].map(finding),
        held: findings.length === 0 ? ['behaves as before'] : [],
        damage: [...damageOf(before.reading), ...damageOf(after.reading)],
      },
    ],
    unseen: [],
  }
  terminal.out(format.write(report))
  return exitCodeOf(report)
}

function findingOf(found: Found | Undecided, failOn: FailOn, base: string, newer: string): Finding {
  const [before, after] = found.rows
  const rows = [
    ...after.map((id) => ({ recording: newer, id })),
    ...before.map((id) => ({ recording: base, id })),
  ]
  const trigger = found.group.trigger ?? found.was?.trigger
  return {
    weight: weightOf(found, failOn),
    rule: found.kind,
    says: found.says,
    rows,
    count: rows.length,
    ...(trigger ? { trigger: gestureWords(trigger) } : {}),
  }
}

function weightOf({ type }: Found | Undecided, failOn: FailOn): Finding['weight'] {
  if (type === 'undecided') return 'undecided'
  return failOn === 'number' || (failOn === 'class' && type === 'class') ? 'broken' : 'noted'
}
