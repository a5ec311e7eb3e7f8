/** `larger-than:10k`: bytes sent and received together, as the Size column has them. Units as the Network panel reads them. */
import { numberKey } from './number-key.ts'

export const largerThanKey = numberKey({
  name: 'larger-than',
  says: 'bytes sent and received, such as 10k',
  units: new Map([
    ['', 1],
    ['b', 1],
    ['k', 1_000],
    ['kb', 1_000],
    ['m', 1_000_000],
    ['mb', 1_000_000],
  ]),
  amountOf: ({ sent, received }) => sent + received,
  examples: ['100', '10k', '1M'],
})
