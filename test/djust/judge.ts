/** Compares what the log says of an entry with what the entry says it shall. */
import type { Exchange } from '../../src/core/exchange.ts'
import type { ExpectedRow } from './entries.ts'
import type { Run } from './runs.ts'

export interface Judgement {
  /** What is wrong, a sentence each; empty when the log says what it should, in any of the tellings. */
  wrong: string[]
  /** The telling that holds, and those that race with it, in the order of the list; empty when none holds. */
  told: (readonly ExpectedRow[])[]
}

export function judgeRun({ rows: first, or = [] }: Run, rows: readonly Exchange[]): Judgement {
  const tellings = [
    { rows: first, race: false },
    ...or.map(({ rows = first, race = false }) => ({ rows, race })),
  ]
  const verdicts = tellings.map((telling) => judge(telling.rows, rows))
  const at = verdicts.findIndex((wrong) => wrong.length === 0)
  if (at < 0) return { wrong: verdicts[0] ?? [], told: [] }
  // Which of several racing tellings came this time is chance, so all of them are what the log says.
  let from = at
  while (tellings[from]?.race) from--
  let to = from + 1
  while (tellings[to]?.race) to++
  return { wrong: [], told: tellings.slice(from, to).map((telling) => telling.rows) }
}

function judge(expected: readonly ExpectedRow[], rows: readonly Exchange[]): string[] {
  const left = rows.filter((row) => row.kind !== 'system' || expected.some((each) => isNamed(each, row)))
  const wrong: string[] = []
  // Exact numbers take theirs first, so that "40 or more" leaves them what is theirs.
  const exactFirst = [...expected].sort(
    (a, b) => Number(typeof a.times === 'string') - Number(typeof b.times === 'string'),
  )
  for (const each of exactFirst) {
    const [least, most] = timesOf(each.times)
    let found = 0
    for (let at = left.findIndex((row) => suits(each, row)); at >= 0 && found < most; found++) {
      left.splice(at, 1)
      at = left.findIndex((row) => suits(each, row))
    }
    if (found < least) wrong.push(`wanted ${least} × ${say(each)}, found ${found}`)
  }
  // System rows come and go with the page; only the ones asked for are held to a number.
  const others = left.filter(({ kind }) => kind !== 'system')
  return [...wrong, ...describeRows(others).map((says) => `not expected: ${says.trim()}`)]
}

function timesOf(times: ExpectedRow['times'] = 1): [least: number, most: number] {
  return typeof times === 'number' ? [times, times] : [Number.parseInt(times, 10), Number.POSITIVE_INFINITY]
}

const isNamed = (each: ExpectedRow, row: Exchange) => each.kind === row.kind && each.name === row.name

function suits(each: ExpectedRow, row: Exchange): boolean {
  return (
    isNamed(each, row) &&
    each.transport === row.transport &&
    each.status === row.status &&
    each.verdict === row.verdict.render &&
    (each.answers === undefined || each.answers === 1 + (row.later?.length ?? 0)) &&
    (each.code === undefined || each.code === row.failure?.code) &&
    (each.via === undefined || each.via === row.via) &&
    isSameSet(each.flags, row.verdict.flags) &&
    isSameSet(
      each.faults,
      row.faults?.map(({ id }) => id),
    )
  )
}

const isSameSet = (wanted: readonly string[] = [], found: readonly string[] = []) =>
  wanted.length === found.length && wanted.every((each) => found.includes(each))

const say = ({ kind, name, transport, status, verdict, ...rest }: ExpectedRow) =>
  `${kind} ${name} ${transport} ${status} ${verdict}${Object.keys(rest).length ? ` ${JSON.stringify(rest)}` : ''}`

function describeRow(row: Exchange): string {
  const { kind, name, transport, status, verdict, faults, patches, failure, trigger } = row
  const { render, certainty, flags } = verdict
  const who = trigger && `by ${trigger.element} (${trigger.certainty} ${trigger.event})`
  const more = [...flags, ...(faults ?? []).map(({ id }) => id), failure?.code, who].filter(Boolean).join(' ')
  return `${kind} ${name} ${transport} ${status} ${render} ${certainty} ${patches}p ${more}`.trim()
}

/** A line a row; rows that read alike are one line with their number. */
export function describeRows(rows: readonly Exchange[]): string[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(describeRow(row), (counts.get(describeRow(row)) ?? 0) + 1)
  return [...counts].map(([says, count]) => `  ${count > 1 ? `${count} × ` : ''}${says}`)
}
