/** Which parts of each document are out of sight: cleared, of a page that was left, come while the panel was paused, or left out of a recording. */
import { partitionPoint } from '../../core/partition-point.ts'
import type { HiddenStretch } from '../../core/recording-header.ts'

/** Seqs after `after`, up to and with `through`; Infinity as long as the panel is paused. */
interface Range {
  after: number
  through: number
  why: Hidden
}

/** `past`: cleared, of a page that was left, or left out when it was saved. */
export type Hidden = 'past' | 'paused'

/** By document, oldest range first; none ends before the one before it. */
export type Marks = ReadonlyMap<string, readonly Range[]>

/** Undefined for what is to be seen. */
export function whyHidden(marks: Marks, doc: string, seq: number): Hidden | undefined {
  const ranges = marks.get(doc)
  if (!ranges) return undefined
  const range = ranges[partitionPoint(0, ranges.length, (place) => (ranges[place]?.through ?? seq) < seq)]
  return range && seq > range.after ? range.why : undefined
}

/** Of the rows that a recording leaves out. */
export function marksOf(stretches: readonly HiddenStretch[]): Marks {
  const marks = new Map<string, Range[]>()
  for (const { doc, from, through } of stretches.toSorted((a, b) => a.through - b.through)) {
    const ranges = marks.get(doc)
    const range: Range = { after: from - 1, through, why: 'past' }
    if (ranges) ranges.push(range)
    else marks.set(doc, [range])
  }
  return marks
}

/** Everything of the document up to this seq is hidden; a pause that is going on goes on. */
export function hideThrough(marks: Marks, doc: string, through: number): Marks {
  const later = (marks.get(doc) ?? []).filter((range) => range.through > through)
  return new Map(marks).set(doc, [{ after: -1, through, why: 'past' }, ...later])
}

/** Hides whatever the document does after this seq; nothing changes when that is so already. */
export function hideFrom(marks: Marks, doc: string, after: number): Marks {
  const ranges = marks.get(doc) ?? []
  if (ranges.some(isOpen)) return marks
  return new Map(marks).set(doc, [...ranges, { after, through: Infinity, why: 'paused' }])
}

/** Ends the pause of every document, at the seq that `lastOf` gives; what comes later is to be seen. */
export function endPauses(marks: Marks, lastOf: (doc: string) => number): Marks {
  const ended = [...marks].map(([doc, ranges]): [string, readonly Range[]] => [
    doc,
    ranges.map((range) => (isOpen(range) ? { ...range, through: lastOf(doc) } : range)),
  ])
  return new Map(ended)
}

function isOpen({ through }: Range): boolean {
  return through === Infinity
}
