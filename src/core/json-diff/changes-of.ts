/** The tree of differences as a list, in the order of the second value. */
import type { Difference, JsonComparison, Step } from './difference.ts'

export type Change = Exclude<Difference, { type: 'within' | 'moved' }> | Moved

type Moved = Omit<Extract<Difference, { type: 'moved' }>, 'then'>

export interface PlacedChange {
  /** Steps from the root; all but the last step to something removed count in the second value. */
  path: readonly Step[]
  change: Change
}

/** One by one, so that whoever shows the first hundred pays for no more. An item that moved and changed comes as both. */
export function changesOf({ root }: JsonComparison): Generator<PlacedChange> {
  return walk(root, [])
}

function* walk(difference: Difference | undefined, path: readonly Step[]): Generator<PlacedChange> {
  if (!difference) return
  if (difference.type === 'within') {
    for (const each of difference.inside.differences) yield* walk(each, [...path, each.step])
  } else if (difference.type === 'moved') {
    const { then, ...change } = difference
    yield { path, change }
    yield* walk(then, path)
  } else yield { path, change: difference }
}
