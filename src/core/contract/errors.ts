/** `errors: none`: nothing may fail or be limited. */
import { hasFailed } from '../compare/failing.ts'
import { quote } from '../compare/quote.ts'
import type { Expectation } from './expectation.ts'

export const errors: Expectation = {
  key: 'errors',
  example: 'none',
  read: (value) => (value === 'none' ? { errors: 'none' } : undefined),
  write: ({ errors }) => errors,
  check(_, { rows }) {
    const failed = rows.filter(hasFailed)
    const [first] = failed
    return (
      first && { rows: failed, saw: `failed with “${quote(first.failure?.message || first.statusText)}”` }
    )
  },
  infer: (rows) => (rows.length > 0 && !rows.some(hasFailed) ? { errors: 'none' } : {}),
  widen: () => ({}),
  clash: () => undefined,
}
