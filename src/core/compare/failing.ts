/** Does it fail, and with which code? */
import type { Exchange } from '../exchange.ts'
import type { Trait } from './trait.ts'

const FINE = 'ok'

export const failing: Trait = {
  samples: (rows) =>
    rows.filter(isOver).map((row) => ({ value: hasFailed(row) ? codeOf(row) : FINE, rows: [row] })),
  change(before, after) {
    if (!before.some(isError)) return 'error-appeared'
    return after.some(isError) ? 'error-changed' : 'error-vanished'
  },
}

/** The server refused it or broke. That a connection or a page went away is no failure of what was asked. */
export function hasFailed({ status }: Exchange): boolean {
  return status === 'error' || status === 'limited'
}

function isOver(row: Exchange): boolean {
  return row.status === 'ok' || hasFailed(row)
}

function codeOf({ failure, statusText }: Exchange): string {
  return failure?.code ?? (statusText || 'error')
}

function isError(value: string): boolean {
  return value !== FINE
}
