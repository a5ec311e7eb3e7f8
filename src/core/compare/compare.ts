/** Compares two logs: what is done in another way now comes first, then what takes more or less. */
import type { Exchange } from '../exchange.ts'
import { classesOf } from './classes.ts'
import type { ChangeKind, Comparison, Finding, NumberFinding, Undecided, Unsaid } from './finding.ts'
import { groupRows } from './group.ts'
import { numbersOf } from './numbers.ts'
import { pairGroups } from './pairs.ts'
import { presenceOf } from './presence.ts'
import { say } from './sentences.ts'
import { timesOf } from './times.ts'

type Found = Finding | Undecided

export interface CompareOptions {
  /** A person vouches that both logs did the same, step by step: then how often something was asked can be compared, too. */
  isSameActions?: boolean
}

/** Rows as `rowsOf` gives them. */
export function compareRows(
  before: readonly Exchange[],
  after: readonly Exchange[],
  { isSameActions = false }: CompareOptions = {},
): Comparison {
  const pairing = pairGroups(groupRows(before), groupRows(after))
  const classes = classesOf(pairing.pairs)
  const found = [
    ...classes,
    ...timesOf(pairing.pairs, isSameActions).filter((each) => !isExplained(each, classes)),
    ...presenceOf(pairing, before, after, isSameActions),
    ...numbersOf(pairing.pairs),
  ].map((each): Found => ({ ...each, says: say(each) }))
  const findings: Finding[] = []
  const undecided: Undecided[] = []
  for (const each of found) {
    if (each.type === 'undecided') undecided.push(each)
    else findings.push(each)
  }
  return { findings: findings.sort(byImportance), undecided }
}

/** Why it is asked more often is told already. */
function isExplained(each: Unsaid<Found>, classes: readonly Unsaid<Found>[]): boolean {
  return (
    each.type === 'undecided' && classes.some(({ kind, group }) => PACE.has(kind) && group === each.group)
  )
}

const PACE: ReadonlySet<Found['kind']> = new Set(['count-changed', 'pause-vanished', 'pause-appeared'])

const ORDER: readonly ChangeKind[] = [
  'kind-changed',
  'rerender-appeared',
  'rerender-vanished',
  'push-appeared',
  'error-appeared',
  'count-changed',
  'pause-vanished',
  'times-changed',
  'transport-changed',
  'render-changed',
  'error-changed',
  'error-vanished',
  'pause-appeared',
  'group-appeared',
  'group-vanished',
  'push-vanished',
]

/** Of one kind, what concerns more rows comes first; of numbers, what grew or shrank most for its size. */
function byImportance(a: Finding, b: Finding): number {
  if (a.type === 'class' && b.type === 'class')
    return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.before.n + b.after.n - a.before.n - a.after.n
  if (a.type === 'number' && b.type === 'number') return growth(b) - growth(a)
  return a.type === 'class' ? -1 : 1
}

/** Times first: they are what a person waits for. */
function growth({ unit, before, after, shift }: NumberFinding): number {
  const size = Math.max(Math.abs(before.median.value), Math.abs(after.median.value))
  return (unit === 'ms' ? 2 : 0) + (size === 0 ? 0 : Math.min(1, Math.abs(shift.value) / size))
}
