/**
 * One document's facts in the order of their seq, and the rows they fold to.
 *
 * Facts only ever join at the end of a shared array, and `count` says how many of them this version knows; when one arrives
 * for the middle, or when an older version is folded again, the document is folded afresh from its facts.
 */
import type { Fact } from '../protocol/facts.ts'
import { createLedger, type Ledger } from './correlate/ledger.ts'
import { take } from './correlate/take.ts'
import { type Facts, hasFact, type Introduction, infoOf } from './document-info.ts'
import type { DocumentInfo, Exchange } from './exchange.ts'
import { exchangeOf } from './exchange-of.ts'
import { isSame } from './same.ts'

export interface Chronicle extends Facts {
  readonly doc: string
  readonly frame: number
  readonly introduction: Introduction | undefined
  readonly info: DocumentInfo
}

interface Live extends Chronicle {
  readonly facts: Fact[]
  readonly ledger: Ledger
}

/** What a fold did to the rows of a document: rows that are new, and rows that stand for older ones; or all of them anew. */
export type Change =
  | { rows: 'grown'; born: Exchange[]; changed: Exchange[] }
  | { rows: 'anew'; all: Exchange[] }

export function begin(doc: string, frame: number, introduction?: Introduction): Chronicle {
  const ledger = createLedger()
  const base = { doc, frame, facts: [], count: 0, introduction, ledger }
  const live: Live = { ...base, info: infoOf(base) }
  return live
}

export function introduced(
  chronicle: Chronicle,
  introduction: Introduction,
  rows: () => Iterable<Exchange>,
): Chronicle {
  const base = { ...(chronicle as Live), introduction }
  if (!isCurrent(base)) return refold(base, [], rows()).chronicle
  return { ...base, info: kept(chronicle.info, infoOf(base)) }
}

/** Whether the ledger is still at this version, and has not been taken further by a later one. */
function isCurrent({ ledger, facts, count }: Live): boolean {
  return ledger.taken === count && facts.length === count
}

/** Facts in any order, with doubles; undefined when all of them were known. `rows` are the document's rows so far. */
export function advance(
  chronicle: Chronicle,
  arrivals: readonly Fact[],
  rows: () => Iterable<Exchange>,
): { chronicle: Chronicle; change: Change } | undefined {
  const before = chronicle as Live
  const fresh = unknownOf(before, arrivals)
  const [first] = fresh
  if (first === undefined) return undefined
  if (isCurrent(before) && first.seq > lastSeq(before)) return extend(before, fresh)
  return refold(before, fresh, rows())
}

export function lastSeq(chronicle: Chronicle): number {
  return chronicle.facts[chronicle.count - 1]?.seq ?? -1
}

function extend(before: Live, fresh: readonly Fact[]): { chronicle: Chronicle; change: Change } {
  const { ledger, facts, doc, frame } = before
  const born: Exchange[] = []
  const changed: Exchange[] = []
  for (const fact of fresh) {
    facts.push(fact)
    take(ledger, fact)
  }
  for (const draft of ledger.dirty) {
    const shown = draft.exchange
    const exchange = exchangeOf(doc, frame, draft)
    if (shown && isSame(shown, exchange)) continue
    draft.exchange = exchange
    if (shown) changed.push(exchange)
    else born.push(exchange)
  }
  ledger.dirty.clear()
  return { chronicle: after(before, facts, ledger), change: { rows: 'grown', born, changed } }
}

function refold(
  before: Live,
  fresh: readonly Fact[],
  rows: Iterable<Exchange>,
): { chronicle: Chronicle; change: Change } {
  const facts = [...before.facts.slice(0, before.count), ...fresh].sort((a, b) => a.seq - b.seq)
  const ledger = createLedger()
  for (const fact of facts) take(ledger, fact)
  ledger.dirty.clear()
  const shown = new Map<string, Exchange>()
  for (const row of rows) shown.set(row.id, row)
  const all = ledger.drafts.map((draft) => {
    const exchange = exchangeOf(before.doc, before.frame, draft)
    const same = shown.get(exchange.id)
    draft.exchange = same && isSame(same, exchange) ? same : exchange
    return draft.exchange
  })
  return { chronicle: after(before, facts, ledger), change: { rows: 'anew', all } }
}

function after(before: Live, facts: Fact[], ledger: Ledger): Live {
  const base = { ...before, facts, count: facts.length, ledger }
  return { ...base, info: kept(before.info, infoOf(base)) }
}

function kept(before: DocumentInfo, info: DocumentInfo): DocumentInfo {
  return isSame(before, info) ? before : info
}

/** In order and each once; the first to arrive under a seq counts. */
function unknownOf(chronicle: Live, arrivals: readonly Fact[]): Fact[] {
  const last = lastSeq(chronicle)
  const sorted = [...arrivals].sort((a, b) => a.seq - b.seq)
  return sorted.filter(
    (fact, index) =>
      fact.seq !== sorted[index - 1]?.seq && (fact.seq > last || !hasFact(chronicle, fact.seq)),
  )
}
