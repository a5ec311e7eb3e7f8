/** `larger-than:10k`: bytes sent and received together, as the Size column has them. Units as the Network panel reads them. */
import { numberKey } from './number-key.ts'
import { SIZE_UNITS } from './read-amount.ts'

export const largerThanKey = numberKey({
  name: 'larger-than',
  says: 'bytes sent and received, such as 10k',
  units: SIZE_UNITS,
  amountOf: ({ sent, received }) => sent + received,
  examples: ['100', '10k', '1M'],
})
