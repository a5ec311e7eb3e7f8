/** Finds the dispatch that made the server push, where only one can be meant. */
import type { Exchange } from '../../core/exchange.ts'
import { attributesOf } from './attributes.ts'
import { idsOf } from './ids.ts'
import type { Link } from './otlp.ts'

export interface Linker {
  /** Rows in the order in which they were read; the links of this one. */
  linksOf(row: Exchange, origin: number): Link[]
}

/**
 * ms. What a handler pushes besides its answer is written right before or behind it (djust-wire 2.4), but names no one: so it must
 * come while the page waits for exactly one dispatch, or so soon after that one's answer.
 */
const BEHIND = 50
/** More are never under way in earnest, and those that nobody ever answers must not fill the memory. */
const MOST = 100

interface Asked {
  row: Exchange
  /** ms on the document's clock; infinite while no answer has come. */
  until: number
}

export function createLinker(): Linker {
  const byDocument = new Map<string, Asked[]>()
  return {
    linksOf(row, origin) {
      const asked = (byDocument.get(row.doc) ?? []).filter(({ until }) => until >= row.at).slice(-MOST)
      byDocument.set(row.doc, asked)
      if (row.kind === 'dispatch' && row.times.sent !== undefined)
        asked.push({ row, until: row.answered ? row.answered.at + BEHIND : Number.POSITIVE_INFINITY })
      // A tick, a broadcast or a reload has a reason of its own, and says so.
      if (row.kind !== 'push' || row.source !== undefined) return []
      const able = asked.filter((one) => one.row.transport === row.transport && one.row.frame === row.frame)
      const [only] = able
      if (only === undefined || able.length > 1) return []
      const attributes = attributesOf({ 'djust.link': 'pushed by', 'djust.link.certainty': 'inferred' })
      return [{ ...idsOf(only.row.id, origin), attributes }]
    },
  }
}
