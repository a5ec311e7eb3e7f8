/** Compares two JSON values. */
import { align } from './align.ts'
import type { Difference, Inside, JsonComparison, Step, Stop } from './difference.ts'
import { type Identities, identify, isContainer, memberOf } from './identities.ts'
import { idsOf } from './item-ids.ts'

interface Work {
  identities: Identities
  stopped: Set<Stop>
}

/**
 * What makes `after` of `before`, both as `readJson` or `JSON.parse` gives them. Values compare as values: `1` is `1.0` and `-0` is `0`, a
 * bigint is no number, texts are equal by code unit. Work is bounded, see `Stop`. Nothing is copied, so the values must not
 * change afterwards.
 */
export function compareJson(before: unknown, after: unknown): JsonComparison {
  const identities = identify(before, after)
  const work: Work = { identities, stopped: new Set(identities.stopped) }
  return { root: differenceOf(work, '', before, after), stopped: [...work.stopped] }
}

function differenceOf(work: Work, step: Step, from: unknown, to: unknown): Difference | undefined {
  const { identities } = work
  if (identities.of(from) === identities.of(to)) return undefined
  if (!isContainer(from) || !isContainer(to) || Array.isArray(from) !== Array.isArray(to))
    return { step, type: 'changed', from, to }
  if (identities.isOpaque(from) || identities.isOpaque(to)) return { step, type: 'uncompared', from, to }
  const inside =
    Array.isArray(from) && Array.isArray(to) ? betweenArrays(work, from, to) : betweenObjects(work, from, to)
  return { step, type: 'within', inside }
}

function betweenObjects(work: Work, from: object, to: object): Inside {
  const differences: Difference[] = []
  const names = Object.keys(to)
  for (const step of names) {
    const value = memberOf(to, step)
    if (!Object.hasOwn(from, step)) differences.push({ step, type: 'added', to: value })
    else {
      const difference = differenceOf(work, step, memberOf(from, step), value)
      if (difference) differences.push(difference)
    }
  }
  const same = names.length - differences.length
  for (const step of Object.keys(from))
    if (!Object.hasOwn(to, step)) differences.push({ step, type: 'removed', from: memberOf(from, step) })
  return { differences, same }
}

/** Items with ids are told apart by those; without, one that is equal to none stands for what stood in the same gap. */
function betweenArrays(work: Work, from: readonly unknown[], to: readonly unknown[]): Inside {
  const ids = idsOf(from, to)
  const [before, after] = ids ?? [from.map(work.identities.of), to.map(work.identities.of)]
  const { kept, moved, isCut } = align<unknown>(before, after)
  if (isCut) work.stopped.add('repeats')
  const origins = new Map(moved.map(({ was, is }) => [is, was]))
  const gone = new Set(moved.map(({ was }) => was))
  const differences: Difference[] = []
  let same = 0
  const compare = (was: number, is: number): void => {
    const difference = differenceOf(work, is, from[was], to[is])
    if (difference) differences.push(difference)
    else same += 1
  }

  let [was, is] = [0, 0]
  for (const anchor of [...kept, { was: from.length, is: to.length }]) {
    const left: number[] = []
    for (; was < anchor.was; was++) if (!gone.has(was)) left.push(was)
    let paired = 0
    for (; is < anchor.is; is++) {
      const origin = origins.get(is)
      const old = ids ? undefined : left[paired]
      if (origin !== undefined) {
        const then = differenceOf(work, is, from[origin], to[is])
        differences.push({ step: is, type: 'moved', was: origin, to: to[is], then })
      } else if (old === undefined) differences.push({ step: is, type: 'added', to: to[is] })
      else {
        compare(old, is)
        paired += 1
      }
    }
    for (const step of left.slice(paired)) differences.push({ step, type: 'removed', from: from[step] })
    if (anchor.was < from.length) compare(anchor.was, anchor.is)
    was = anchor.was + 1
    is = anchor.is + 1
  }
  return { differences, same }
}
