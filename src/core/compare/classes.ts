/** Which pairs of groups behave in another way now. */
import { contrast } from './contrast.ts'
import type { ClassFinding, Undecided, Unsaid } from './finding.ts'
import { adjusted } from './holm.ts'
import { isOtherKind, namesOf, type Pair } from './pairs.ts'
import { pause } from './pause.ts'
import { TRAITS } from './traits.ts'
import { transport } from './transport.ts'

/** The chance that a comparison of two logs of one build finds any change of class by chance; a build may fail by one. */
const ALPHA = 0.001

type Change = Unsaid<ClassFinding>

export function classesOf(pairs: readonly Pair[]): Unsaid<ClassFinding | Undecided>[] {
  const changes = pairs.flatMap(traitChanges)
  const chances = adjusted(changes.map(({ by }) => ({ p: by === 'every' ? 0 : by.p, weight: 1 })))
  return [
    ...pairs.filter(({ before, after }) => isOtherKind(before, after)).map(kindChange),
    ...changes.flatMap((change, index) => judged(change, chances[index] ?? 1)),
  ]
}

function judged(change: Change, p: number): Unsaid<ClassFinding | Undecided>[] {
  if (change.by === 'every') return [change]
  if (p <= ALPHA) return [{ ...change, by: { p } }]
  return hasNewValue(change) ? [mixed(change)] : []
}

function kindChange(pair: Pair): Change {
  const { before, after } = pair
  const ids = (rows: Pair['before']['rows']) => rows.map(({ id }) => id)
  return {
    type: 'class',
    kind: 'kind-changed',
    ...namesOf(pair),
    before: { n: before.rows.length, values: [[before.name.kind, before.rows.length]] },
    after: { n: after.rows.length, values: [[after.name.kind, after.rows.length]] },
    by: 'every',
    rows: [ids(before.rows), ids(after.rows)],
  }
}

/** An event handler is reached by another way than a server function, at another moment: that is one change, not three. */
const OF_KIND = [transport, pause]

function traitChanges(pair: Pair): Change[] {
  const { before, after } = pair
  const traits = isOtherKind(before, after) ? TRAITS.filter((trait) => !OF_KIND.includes(trait)) : TRAITS
  return traits.flatMap((trait) => {
    const found = contrast(trait.samples(before.rows), trait.samples(after.rows))
    if (!found) return []
    const words = (seen: ClassFinding['before']) => seen.values.map(([value]) => value)
    const kind = trait.change(words(found.before), words(found.after))
    return [{ type: 'class', kind, ...namesOf(pair), ...found } as const]
  })
}

/** Something that the other log has never shown at all, and too seldom for more than a note. */
function hasNewValue({ before, after }: Change): boolean {
  const old = new Set(before.values.map(([value]) => value))
  return after.values.some(([value]) => !old.has(value)) || old.size > after.values.length
}

function mixed({ group, was, before, after, rows }: Change): Unsaid<Undecided> {
  const names = was ? { group, was } : { group }
  return { type: 'undecided', kind: 'mixed', ...names, before: before.n, after: after.n, rows }
}
