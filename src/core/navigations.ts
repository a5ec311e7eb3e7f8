/** Where in a list of rows the tab went to another page: lines between rows, which are no exchanges and count as none. */
import type { DocumentInfo, Exchange } from './exchange.ts'
import { documentsOf, type Log } from './log.ts'
import { partitionPoint } from './partition-point.ts'
import { wallTimeOf } from './wall-time.ts'

/** A page that the tab went to from another one. */
export interface Navigation {
  /** `back`: it was there before, and came back from the back/forward cache. */
  how: 'loaded' | 'reloaded' | 'back'
  doc: string
  url: string
  /** Epoch ms. */
  at: number
}

export interface Separator {
  /** It stands before the row of this place; after all of them when it is their number. */
  place: number
  navigation: Navigation
  /** How many pages were opened and left before it since the row above. */
  between: number
}

/** Oldest first. A document that did not say when it began is in no order with others. */
function navigationsOf(documents: readonly DocumentInfo[]): Navigation[] {
  const tops = documents.filter(({ top, origin }) => top && origin > 0)
  const shown = tops
    .flatMap(({ doc, url, origin, returns = [] }) => [
      { how: 'loaded' as const, doc, url, at: origin },
      ...returns.map((at) => ({ how: 'back' as const, doc, url, at: origin + at })),
    ])
    .sort((a, b) => a.at - b.at)
  return shown.slice(1).map((navigation, index): Navigation => {
    const isSame = navigation.how === 'loaded' && shown[index]?.url === navigation.url
    return isSame ? { ...navigation, how: 'reloaded' } : navigation
  })
}

/**
 * `rows` in time order, as the log has them; some may be left out. Above the first row there is nothing to separate. Costs a few looks at the
 * rows for each navigation.
 */
export function separatorsOf(rows: readonly Exchange[], log: Log): Separator[] {
  const separators: Separator[] = []
  for (const navigation of navigationsOf(documentsOf(log))) {
    const isBefore = (place: number) => {
      const row = rows[place]
      return row !== undefined && wallTimeOf(row, log) < navigation.at
    }
    const place = partitionPoint(0, rows.length, isBefore)
    const last = separators.at(-1)
    if (last?.place === place)
      separators[separators.length - 1] = { place, navigation, between: last.between + 1 }
    else if (place > 0) separators.push({ place, navigation, between: 0 })
  }
  return separators
}
