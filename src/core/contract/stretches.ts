/** How close in time the rows of a document follow one another. */
import type { Exchange } from '../exchange.ts'

/** Fewer pauses than this say nothing of how long the page waits. */
const FEWEST = 5
/** The pause inferred is four fifths of the shortest seen, in steps of this many ms; and no longer than this, for a slow typist makes long pauses. */
const STEP = 50
const LONGEST = 150

/** For every row, how many of its document have begun in the ms up to it, itself among them. */
export function stretches(ms: number, rows: readonly Exchange[]): { row: Exchange; since: number }[] {
  return byDocument(rows).flatMap((own) => {
    let first = 0
    return own.map((row, index) => {
      while (row.at - (own[first]?.at ?? row.at) >= ms) first += 1
      return { row, since: index - first + 1 }
    })
  })
}

/** Where all was asked a while after the event: how long the page surely waits between two, ms. 0 when that is not to be seen. */
export function pauseOf(rows: readonly Exchange[]): number {
  if (rows.length <= FEWEST || rows.some((row) => row.trigger?.certainty !== 'recent')) return 0
  const pauses = byDocument(rows).flatMap((own) =>
    own.slice(1).map((row, index) => row.at - (own[index]?.at ?? 0)),
  )
  if (pauses.length < FEWEST) return 0
  const shortest = pauses.reduce((least, each) => Math.min(least, each))
  return Math.min(LONGEST, Math.floor((shortest * 0.8) / STEP) * STEP)
}

function byDocument(rows: readonly Exchange[]): Exchange[][] {
  const documents = new Map<string, Exchange[]>()
  for (const row of rows) {
    const own = documents.get(row.doc)
    if (own) own.push(row)
    else documents.set(row.doc, [row])
  }
  return [...documents.values()].map((own) => own.sort((a, b) => a.at - b.at || a.seq - b.seq))
}
