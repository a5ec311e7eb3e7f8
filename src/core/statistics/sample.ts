/** Numbers in order, among which some come and from which some go. */
import { partitionPoint } from '../partition-point.ts'

export interface Sample {
  sorted: Float64Array
  /** Since `sorted` was last put right. */
  come: number[]
  gone: number[]
}

export function createSample(): Sample {
  return { sorted: new Float64Array(0), come: [], gone: [] }
}

/** All that came and has not gone, ascending. Costs a sort of what is new, and one copy of the rest. What goes must have come. */
export function sortedOf(sample: Sample): Float64Array {
  const { sorted, come, gone } = sample
  if (come.length > 0 || gone.length > 0) {
    sample.sorted = without(joined(sorted, Float64Array.from(come).sort()), Float64Array.from(gone).sort())
    sample.come = []
    sample.gone = []
  }
  return sample.sorted
}

function joined(sorted: Float64Array, added: Float64Array): Float64Array {
  if (added.length === 0 || sorted.length === 0) return added.length === 0 ? sorted : added
  const all = new Float64Array(sorted.length + added.length)
  let from = 0
  for (const [place, value] of added.entries()) {
    const to = placeOf(sorted, value, from)
    copy(sorted, from, to, all, from + place)
    all[to + place] = value
    from = to
  }
  copy(sorted, from, sorted.length, all, from + added.length)
  return all
}

function without(sorted: Float64Array, taken: Float64Array): Float64Array {
  if (taken.length === 0) return sorted
  const rest = new Float64Array(sorted.length - taken.length)
  let from = 0
  for (const [place, value] of taken.entries()) {
    const to = placeOf(sorted, value, from)
    copy(sorted, from, to, rest, from - place)
    from = to + 1
  }
  copy(sorted, from, sorted.length, rest, from - taken.length)
  return rest
}

/** The first place, not before `from`, of what is no less than `value`. */
export function placeOf(sorted: Float64Array, value: number, from: number): number {
  return partitionPoint(from, sorted.length, (place) => (sorted[place] ?? value) < value)
}

/** Long runs in one move, short ones by hand, where a view of them would cost more. */
function copy(source: Float64Array, from: number, to: number, target: Float64Array, at: number): void {
  if (to - from > 32) target.set(source.subarray(from, to), at)
  else for (let place = from; place < to; place++) target[at + place - from] = source[place] ?? 0
}
