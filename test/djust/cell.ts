/** One cell of the conformance table: what the log said of an entry, in the panel's own glyphs and words. */
import type { Exchange } from '../../src/core/exchange.ts'
import { KINDS } from '../../src/panel/views/kinds.ts'

/** Each telling once, in the order in which they came; system rows only where nothing else happened. */
export function cellOf(rows: readonly Exchange[]): string {
  const shown = rows.filter(({ kind }) => kind !== 'system')
  const told = (shown.length > 0 ? shown : rows).map(({ kind, status, verdict, faults = [] }) => {
    const says = [
      status === 'ok' ? '' : status,
      verdict.render,
      ...verdict.flags,
      ...faults.map(({ id }) => id),
    ]
    return `${KINDS[kind].glyph} ${says.filter(Boolean).join(' ')}`
  })
  return [...new Set(told)].join('; ') || 'nothing'
}
