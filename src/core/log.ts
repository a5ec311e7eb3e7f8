/** The log: facts in, exchanges out. Immutable outside; what did not change keeps its identity. */
import type { Sighting } from '../protocol/envelope.ts'
import type { Fact } from '../protocol/facts.ts'
import { advance, begin, type Change, type Chronicle, introduced, lastSeq } from './chronicle.ts'
import type { Introduction } from './document-info.ts'
import type { DocumentInfo, Exchange } from './exchange.ts'
import { byTime, merged, placeOf } from './order.ts'

export interface Log {
  readonly chronicles: ReadonlyMap<string, Chronicle>
  readonly rows: readonly Exchange[]
}

export function createLog(): Log {
  return { chronicles: new Map(), rows: [] }
}

/**
 * Folds facts in. They may come split, doubled, replayed and out of order: a fact whose (doc, seq) is known is ignored, and
 * the outcome is that of one ordered pass. Costs as much as the batch is long, plus one copy of the list of rows.
 */
export function fold(log: Log, sightings: readonly Sighting[]): Log {
  const chronicles = new Map(log.chronicles)
  const changes = new Map<string, Change>()
  for (const [doc, { frame, facts }] of byDocument(sightings)) {
    const before = chronicles.get(doc) ?? begin(doc, frame)
    const result = advance(before, facts, () => ofDocument(log, doc))
    if (!result) continue
    chronicles.set(doc, result.chronicle)
    changes.set(doc, result.change)
  }
  return changes.size === 0 ? log : { chronicles, rows: changedRows(log, chronicles, changes) }
}

/**
 * Says what a document is before, or instead of, its own `document` fact: a hello and a recording's header know it when the
 * fact itself has been dropped. The fact wins where both speak.
 */
export function introduce(log: Log, introduction: Introduction): Log {
  const before = log.chronicles.get(introduction.doc)
  const chronicle = before
    ? introduced(before, introduction, () => ofDocument(log, introduction.doc))
    : begin(introduction.doc, introduction.frame, introduction)
  const chronicles = new Map(log.chronicles).set(introduction.doc, chronicle)
  return { chronicles, rows: changedRows(log, chronicles, new Map()) }
}

/** In time order over all documents; the same array until something changes. */
export function rowsOf(log: Log): readonly Exchange[] {
  return log.rows
}

/** In the order in which the documents were first heard of. */
export function documentsOf(log: Log): DocumentInfo[] {
  return [...log.chronicles.values()].map((chronicle) => chronicle.info)
}

/** The highest seq folded of this document, or -1: what to ask a replay to begin after. */
export function lastSeqOf(log: Log, doc: string): number {
  const chronicle = log.chronicles.get(doc)
  return chronicle ? lastSeq(chronicle) : -1
}

/** In the order of their seq. */
export function factsOf(log: Log, doc: string): readonly Fact[] {
  const chronicle = log.chronicles.get(doc)
  return chronicle ? chronicle.facts.slice(0, chronicle.count) : []
}

function ofDocument(log: Log, doc: string): Exchange[] {
  return log.rows.filter((row) => row.doc === doc)
}

function byDocument(sightings: readonly Sighting[]): Map<string, { frame: number; facts: Fact[] }> {
  const documents = new Map<string, { frame: number; facts: Fact[] }>()
  for (const { doc, frame, fact } of sightings) {
    const known = documents.get(doc)
    if (known) known.facts.push(fact)
    else documents.set(doc, { frame, facts: [fact] })
  }
  return documents
}

/** Many facts say something of a document or its connections and nothing of any row. */
function isNothing(change: Change): boolean {
  return change.rows === 'grown' && change.born.length === 0 && change.changed.length === 0
}

function changedRows(
  log: Log,
  chronicles: ReadonlyMap<string, Chronicle>,
  changes: ReadonlyMap<string, Change>,
): readonly Exchange[] {
  const origins = new Map<string, number>()
  let moved = false
  for (const [doc, { info }] of chronicles) {
    origins.set(doc, info.origin)
    const before = log.chronicles.get(doc)
    if (before && before.info.origin !== info.origin) moved = true
  }
  if (!moved && [...changes.values()].every(isNothing)) return log.rows
  const compare = byTime(origins)
  const anew = [...changes].filter(([, change]) => change.rows === 'anew').map(([doc]) => doc)
  const isStanding = anew.length > 0 ? (row: Exchange) => !anew.includes(row.doc) : undefined
  const kept = isStanding ? log.rows.filter(isStanding) : log.rows
  const born: Exchange[] = []
  const changed: Exchange[] = []
  for (const change of changes.values()) {
    if (change.rows === 'anew') for (const row of change.all) born.push(row)
    else {
      for (const row of change.changed) changed.push(row)
      for (const row of change.born) born.push(row)
    }
  }
  const rows = merged(moved ? kept.toSorted(compare) : kept, born.sort(compare), compare)
  for (const row of changed) rows[placeOf(rows, row, compare)] = row
  return rows
}
