/** `check`: do recordings hold a contract? `--update` makes it hold. */

import type { ParsedContract } from '../../contract/parse-contract.ts'
import { gestureWords } from '../../core/compare/trigger-words.ts'
import { beginCheck, expectationsOf, type Violation } from '../../core/contract/check-contract.ts'
import type { Contract } from '../../core/contract/contract.ts'
import { subjectWords } from '../../core/contract/subject.ts'
import { CliError } from '../cli-error.ts'
import { readContractFile } from '../contract-file.ts'
import { damageOf } from '../damage.ts'
import { exitCodeOf } from '../exit-code.ts'
import { formatOption } from '../format-option.ts'
import { readRows } from '../input/read-rows.ts'
import type { Finding, Suite } from '../report.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { updateContractFile } from '../update-contract-file.ts'
import type { Command } from './command.ts'

interface Options {
  contract: string
  update?: true
  failOnUnseen?: true
  format: ReturnType<typeof formatOption.parse>
}

export const check: Command = {
  add(program, terminal, run) {
    program
      .command('check')
      .description('Check that recordings hold a contract.')
      .argument('<recordings...>', 'recordings (.jsonl, .jsonl.gz, or exported .html); - reads stdin')
      .requiredOption('-c, --contract <file>', 'the contract, a YAML file')
      .option('-u, --update', 'rewrite the contract so that these recordings hold it, or write a new one')
      .option('--fail-on-unseen', 'fail when no row of any recording speaks of a clause')
      .addOption(formatOption.of())
      .action((recordings: string[], options: Options) =>
        run(() =>
          options.update
            ? updateContractFile(recordings, options.contract, terminal)
            : checkAll(recordings, options, terminal),
        ),
      )
  },
}

async function checkAll(
  recordings: readonly string[],
  { contract: file, format, failOnUnseen }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const parsed = await readContractFile(file)
  const suites: Suite[] = []
  const unseen = new Set(parsed.contract.clauses.keys())
  for (const recording of recordings) {
    const checking = beginCheck(parsed.contract)
    const reading = await readRows(recording, terminal, (row) => checking.take(row))
    const { violations, undecided, unseen: own } = checking.end()
    for (const index of [...unseen]) if (!own.includes(index)) unseen.delete(index)
    const finding = (weight: Finding['weight']) => (violation: Violation) =>
      findingOf(violation, weight, reading.name, file, parsed)
    suites.push({
      recording: reading.name,
      against: file,
      rows: reading.rows,
      findings: [...violations.map(finding('broken')), ...undecided.map(finding('undecided'))],
      held: heldOf(parsed.contract, [...violations, ...undecided], own),
      damage: damageOf(reading),
    })
  }
  const weight = failOnUnseen ? 'broken' : 'undecided'
  const report = {
    command: 'check' as const,
    suites,
    unseen: [...unseen].map((index) => unseenFinding(parsed, index, file, weight)),
  }
  terminal.out(format.write(report))
  const code = exitCodeOf(report)
  if (code === 0 && unseen.size > 0 && unseen.size === parsed.contract.clauses.length)
    throw new CliError(`Nothing was checked: no row speaks of any clause of ${file}.`)
  return code
}

function findingOf(
  { path, says, row, rows, count, trigger }: Violation,
  weight: Finding['weight'],
  recording: string,
  file: string,
  { placeOf }: ParsedContract,
): Finding {
  return {
    weight,
    rule: path,
    says,
    rows: [row, ...rows.filter((id) => id !== row)].map((id) => ({ recording, id })),
    count,
    place: { file, ...placeOf(path) },
    ...(trigger ? { trigger: gestureWords(trigger) } : {}),
  }
}

function heldOf(contract: Contract, bad: readonly Violation[], unseen: readonly number[]): string[] {
  const broken = new Set(bad.map(({ path }) => path))
  return contract.clauses.flatMap((clause, index) =>
    unseen.includes(index)
      ? []
      : expectationsOf(clause)
          .filter(({ key }) => !broken.has(`clauses[${index}].${key}`))
          .map(({ key }) => `${subjectWords(clause.of)}: ${key}`),
  )
}

function unseenFinding(
  { contract, placeOf }: ParsedContract,
  index: number,
  file: string,
  weight: Finding['weight'],
): Finding {
  const path = `clauses[${index}]`
  const clause = contract.clauses[index]
  const says = `Not seen: no row speaks of ${clause ? subjectWords(clause.of) : 'this clause'}, so it is neither kept nor broken.`
  return { weight, rule: path, says, rows: [], count: 0, place: { file, ...placeOf(path) } }
}
