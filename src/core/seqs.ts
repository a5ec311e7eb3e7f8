/** Which seqs of a document have been seen, as ranges: facts that come in order take no room, however many they are. */
import { partitionPoint } from './partition-point.ts'

export class Seqs {
  /** Apart from each other, ascending. */
  readonly #ranges: { from: number; to: number }[] = []
  size = 0

  /** The highest; -1 when there is none. */
  get last(): number {
    return this.#ranges.at(-1)?.to ?? -1
  }

  /** Whether it is new. */
  add(seq: number): boolean {
    const ranges = this.#ranges
    const place = partitionPoint(0, ranges.length, (at) => (ranges[at]?.to ?? seq) < seq)
    const [before, here] = [ranges[place - 1], ranges[place]]
    if (here && here.from <= seq) return false
    this.size += 1
    const joinsBefore = before?.to === seq - 1
    const joinsHere = here?.from === seq + 1
    if (before && joinsBefore) before.to = here && joinsHere ? here.to : seq
    else if (here && joinsHere) here.from = seq
    else ranges.splice(place, 0, { from: seq, to: seq })
    if (joinsBefore && joinsHere) ranges.splice(place, 1)
    return true
  }
}
