/** Bytes down. */
import type { Exchange } from '../exchange.ts'
import { formatBytes } from '../numbers.ts'
import type { Column } from './column.ts'

export const receivedColumn: Column = {
  id: 'received',
  title: 'Received',
  says: 'Bytes on the wire, from the server to the page.',
  align: 'end',
  width: { normal: 74, least: 70 },
  valueOf: (row) => receivedOf(row),
  textOf: (row) => {
    const received = receivedOf(row)
    return received === undefined ? '' : formatBytes(received)
  },
}

/** Nothing is known of the size of what has not come. */
function receivedOf({ received, status }: Exchange): number | undefined {
  return received === 0 && status === 'pending' ? undefined : received
}
