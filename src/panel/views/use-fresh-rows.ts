/** Which rows have only just come, so that they may flash. */
import { useRef } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import type { Log } from '../../core/log.ts'
import { seqsOf } from '../store/newcomers.ts'

interface Glimpse {
  /** ms on the panel's clock, until when no more than this had come. */
  until: number
  /** By document. */
  seqs: ReadonlyMap<string, number>
}

/** ms; the stylesheet's flash lasts as long. */
const FRESH = 1000
/** ms; under load a log changes with every frame. */
const BETWEEN = 100

/** The first that comes of a document is not new: the panel was opened late, or a recording was. */
export function useFreshRows(log: Log): (row: Exchange) => boolean {
  const glimpses = useRef<Glimpse[]>([])
  const before = useRef(log)
  const now = performance.now()
  const kept = glimpses.current
  if (log !== before.current && now - (kept.at(-1)?.until ?? -BETWEEN) >= BETWEEN)
    kept.push({ until: now, seqs: seqsOf(before.current) })
  before.current = log
  while (kept[0] && now - kept[0].until >= FRESH) kept.shift()
  const seqs = kept[0]?.seqs
  return ({ doc, seq }) => {
    const last = seqs?.get(doc) ?? -1
    return last >= 0 && seq > last
  }
}
