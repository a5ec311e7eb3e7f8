/** Does it fail, and with which code? */
import type { Exchange } from '../exchange.ts'
import { wasRefused } from '../failed.ts'
import type { Trait } from './trait.ts'

const FINE = 'ok'

export const failing: Trait = {
  samples: (rows) =>
    rows.filter(isOver).map((row) => ({ value: wasRefused(row) ? codeOf(row) : FINE, rows: [row] })),
  change(before, after) {
    if (!before.some(isError)) return 'error-appeared'
    return after.some(isError) ? 'error-changed' : 'error-vanished'
  },
}

function isOver(row: Exchange): boolean {
  return row.status === 'ok' || wasRefused(row)
}

function codeOf({ failure, statusText }: Exchange): string {
  return failure?.code ?? (statusText || 'error')
}

function isError(value: string): boolean {
  return value !== FINE
}
