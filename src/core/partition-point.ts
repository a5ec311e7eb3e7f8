/** The one binary search. */

/** The first of the places `from` to `to` that is not before what is looked for; `to` when all are. Those that are before come first. */
export function partitionPoint(from: number, to: number, isBefore: (place: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
