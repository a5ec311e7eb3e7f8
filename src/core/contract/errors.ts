/** `errors: none`: nothing may fail or be limited. */
import { wasRefused } from '../failed.ts'
import { quote } from '../quote.ts'
import type { Expectation } from './expectation.ts'
import { eachRow } from './judge.ts'

export const errors: Expectation = {
  key: 'errors',
  example: 'none',
  read: (value) => (value === 'none' ? { errors: 'none' } : undefined),
  write: ({ errors }) => errors,
  judge: () =>
    eachRow(
      wasRefused,
      ({ failure, statusText }) => `failed with “${quote(failure?.message || statusText)}”`,
    ),
  infer: (rows) => (rows.length > 0 && !rows.some(wasRefused) ? { errors: 'none' } : {}),
  widen: () => ({}),
  clash: () => undefined,
}
