/** What differs between two JSON values as rows of a tree, with what did not change folded into one row. */
import type { Difference, Inside, Step } from '../../core/json-diff/difference.ts'
import { isContainer, memberOf } from '../../core/json-diff/identities.ts'

/** `level` counts from 0; the whole has -1. */
export type ChangeRow = { step: Step; level: number } & (
  | Exclude<Difference, { type: 'within' | 'moved' }>
  | { type: 'within'; count: number }
  | { type: 'moved'; was: number; to: unknown }
  /** So many members or items are as they were; `rest` says which. */
  | { type: 'same'; count: number; rest: () => unknown }
)

/** One by one, so that whoever shows the first hundred pays for no more. `after` is the second value. No deeper than `compareJson` looks. */
export function* changeRowsOf(root: Difference, after: unknown, level = -1): Generator<ChangeRow> {
  if (root.type === 'moved') {
    const { step, was, to, then } = root
    yield { type: 'moved', step, level, was, to }
    if (then) yield* changeRowsOf(then, after, level)
    return
  }
  if (root.type !== 'within') {
    yield { ...root, level }
    return
  }
  const { step, inside } = root
  // That something differs in the whole goes without saying.
  if (level >= 0) yield { type: 'within', step, level, count: inside.differences.length }
  for (const each of inside.differences) yield* changeRowsOf(each, valueAt(after, each.step), level + 1)
  if (inside.same > 0)
    yield { type: 'same', step: '', level: level + 1, count: inside.same, rest: () => restOf(after, inside) }
}

function valueAt(container: unknown, step: Step): unknown {
  if (Array.isArray(container)) return container[Number(step)]
  return isContainer(container) ? memberOf(container, String(step)) : undefined
}

/** Items under their indices. */
function restOf(after: unknown, { differences }: Inside): unknown {
  const changed = new Set(differences.flatMap(({ type, step }) => (type === 'removed' ? [] : [String(step)])))
  const all = isContainer(after) ? Object.entries(after) : []
  return Object.fromEntries(all.filter(([name]) => !changed.has(name)))
}
