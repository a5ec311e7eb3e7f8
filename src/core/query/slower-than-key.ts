/** `slower-than:1.5s`: how long an exchange took, as the Time column has it. */
import { durationOf } from '../moments.ts'
import { numberKey } from './number-key.ts'

export const slowerThanKey = numberKey({
  name: 'slower-than',
  says: 'how long it took, such as 200ms or 1.5s',
  units: new Map([
    ['', 1],
    ['ms', 1],
    ['s', 1_000],
    ['min', 60_000],
  ]),
  amountOf: durationOf,
  examples: ['100ms', '1s'],
})
