/** Advice that only one of two logs gives. */
import { advise, RULES } from '../advice/advise.ts'
import type { Finding as Advice } from '../advice/finding.ts'
import type { Exchange } from '../exchange.ts'
import type { ClassFinding, Unsaid } from './finding.ts'
import { groupRows } from './group.ts'

/** How long something takes is a number, and compared as one. */
const TIMED: ReadonlySet<Advice['rule']> = new Set(['slow-apply', 'slow-server', 'slow-network'])
/** Of each log so many of the newest are looked at: a rule costs as much as they are many. */
const MOST = 5000

/** Rows with their payloads: without them most rules find nothing. */
export function adviceChanges(
  before: readonly Exchange[],
  after: readonly Exchange[],
): Unsaid<ClassFinding>[] {
  const [old, now] = [before.slice(-MOST), after.slice(-MOST)]
  const [given, gives] = [adviceOn(old), adviceOn(now)]
  return [
    ...onlyIn(gives, given, now, old).map((advice) => change('advice-appeared', advice, now)),
    ...onlyIn(given, gives, old, now).map((advice) => change('advice-vanished', advice, old)),
  ]
}

function adviceOn(rows: readonly Exchange[]): Advice[] {
  return advise(rows).filter(({ rule }) => !TIMED.has(rule))
}

/** A log that holds less of it than proves the advice in the other one does not deny it. */
function onlyIn(
  mine: readonly Advice[],
  theirs: readonly Advice[],
  own: readonly Exchange[],
  other: readonly Exchange[],
): Advice[] {
  const known = new Set(theirs.map(nameOf))
  return mine.filter((advice) => {
    const proof = new Set(advice.rows)
    const names = new Set(own.filter(({ id }) => proof.has(id)).map(({ name }) => name))
    return !known.has(nameOf(advice)) && other.filter(({ name }) => names.has(name)).length >= proof.size
  })
}

function change(
  kind: 'advice-appeared' | 'advice-vanished',
  { rule, subject, says, rows: ids }: Advice,
  rows: readonly Exchange[],
): Unsaid<ClassFinding> {
  const isNew = kind === 'advice-appeared'
  const [group] = [...groupRows(rows.filter(({ id }) => id === ids[0])).values()]
  const seen = (n: number) => ({ n, values: [] })
  const title = RULES.find(({ id }) => id === rule)?.title ?? rule
  return {
    type: 'class',
    kind,
    group: group?.name ?? { view: '', kind: 'call', name: subject },
    before: seen(isNew ? 0 : ids.length),
    after: seen(isNew ? ids.length : 0),
    by: 'every',
    rows: isNew ? [[], [...ids]] : [[...ids], []],
    advice: `${title}. ${says}`,
  }
}

function nameOf({ rule, subject }: Advice): string {
  return JSON.stringify([rule, subject])
}
