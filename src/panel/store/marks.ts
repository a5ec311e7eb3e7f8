/** Which parts of each document are out of sight: cleared, of a page that was left, or come while the panel was paused. */

/** Seqs after `after`, up to and with `through`; Infinity as long as the panel is paused. */
interface Range {
  after: number
  through: number
  why: Hidden
}

/** `past`: cleared, or of a page that was left. */
export type Hidden = 'past' | 'paused'

/** By document, oldest range first. */
export type Marks = ReadonlyMap<string, readonly Range[]>

/** Undefined for what is to be seen. */
export function whyHidden(marks: Marks, doc: string, seq: number): Hidden | undefined {
  return marks.get(doc)?.find(({ after, through }) => seq > after && seq <= through)?.why
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
