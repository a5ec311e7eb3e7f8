/** Which way does it go to the server? */
import type { Trait } from './trait.ts'

export const transport: Trait = {
  samples: (rows) =>
    rows.filter((row) => row.transport !== 'none').map((row) => ({ value: row.transport, rows: [row] })),
  change: () => 'transport-changed',
}
