/** One cell of the conformance table: what the log said of an entry, in the panel's own glyphs and words. */
import { KINDS } from '../../src/core/kinds.ts'
import type { ExpectedRow } from './entries.ts'

/** What a cell says when nothing of the entry may be in the log. */
export const NO_ROW = 'no row'

/**
 * From the tellings that the log was found to say, and not from the log itself: the order in which rows came, and how many
 * of a flood, would make another cell of the same truth on every run.
 */
export function cellOf(tellings: readonly (readonly ExpectedRow[])[]): string {
  return [...new Set(tellings.map(cellOfTelling))].join(' or ')
}

/** Each row once; the runtime's own traffic only where nothing else happened. */
function cellOfTelling(rows: readonly ExpectedRow[]): string {
  const shown = rows.filter(({ kind }) => kind !== 'system')
  const told = (shown.length > 0 ? shown : rows).map(
    ({ kind, transport, status, verdict, answers = 1, flags = [], faults = [], collateral = [] }) => {
      const over = transport === 'http' && kind === 'dispatch' ? 'http' : ''
      const took = collateral.map((part) => `took ${part}`)
      const phases = answers > 1 ? `in ${answers} answers` : ''
      const words = [over, status === 'ok' ? '' : status, verdict, phases, ...flags, ...faults, ...took]
      return `${KINDS[kind].glyph} ${words.filter(Boolean).join(' ')}`
    },
  )
  return [...new Set(told)].join('; ') || NO_ROW
}
