/** What is known of a document besides its rows, from its facts and from who introduced it. */
import type { Fact } from '../protocol/facts.ts'
import type { Ledger } from './correlate/ledger.ts'
import type { DocumentInfo } from './exchange.ts'
import { partitionPoint } from './partition-point.ts'

/** What was said about a document other than by its own facts, for when the fact that says it was dropped. */
export type Introduction = Pick<DocumentInfo, 'doc' | 'frame' | 'url' | 'top' | 'origin'>

/** A document's facts in order; `count` says how many of the array this version of the log knows. */
export interface Facts {
  readonly facts: readonly Fact[]
  readonly count: number
}

export function infoOf(
  chronicle: Facts & { doc: string; frame: number; introduction: Introduction | undefined; ledger: Ledger },
): DocumentInfo {
  const { doc, frame, introduction, ledger } = chronicle
  const { about } = ledger
  const info: DocumentInfo = {
    doc,
    frame,
    url: about.url ?? introduction?.url ?? '',
    top: about.top ?? introduction?.top ?? frame === 0,
    origin: about.origin ?? introduction?.origin ?? 0,
    features: [...about.features],
    lost: lostOf(chronicle, ledger.missing),
  }
  if (about.left !== undefined) info.left = about.left
  if (about.returns) info.returns = about.returns
  return info
}

/** Ranges may overlap, and what one reader lost another may have brought. */
function lostOf(known: Facts, missing: Ledger['missing']): number {
  let lost = 0
  let counted = -1
  for (const range of missing.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(range.from, counted + 1)
    if (range.to < from) continue
    counted = range.to
    const inside = known.facts.slice(rank(known, from), rank(known, range.to + 1))
    lost += range.to + 1 - from - inside.filter((fact) => fact.type !== 'lost').length
  }
  return lost
}

/** How many facts stand before this seq. */
function rank({ facts, count }: Facts, seq: number): number {
  return partitionPoint(0, count, (place) => (facts[place]?.seq ?? seq) < seq)
}

export function hasFact(known: Facts, seq: number): boolean {
  const place = rank(known, seq)
  return place < known.count && known.facts[place]?.seq === seq
}
