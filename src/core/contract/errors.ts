/** `errors: none`: nothing may fail or be limited. */
import { wasRefused } from '../failed.ts'
import { quote } from '../quote.ts'
import type { Expectation } from './expectation.ts'

export const errors: Expectation = {
  key: 'errors',
  example: 'none',
  read: (value) => (value === 'none' ? { errors: 'none' } : undefined),
  write: ({ errors }) => errors,
  check(_, { rows }) {
    const failed = rows.filter(wasRefused)
    const [first] = failed
    return (
      first && { rows: failed, saw: `failed with “${quote(first.failure?.message || first.statusText)}”` }
    )
  },
  infer: (rows) => (rows.length > 0 && !rows.some(wasRefused) ? { errors: 'none' } : {}),
  widen: () => ({}),
  clash: () => undefined,
}
