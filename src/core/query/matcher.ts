/** Joins the conditions of a query to one test for rows. */
import type { Query, Test } from './query.ts'

/** Made once for all rows. What reads only a row's own fields is asked before what reads payloads. */
export function matcher({ terms }: Query): Test {
  const reads = (wanted: 'fields' | 'payload') =>
    terms.filter(({ reads }) => reads === wanted).map(({ test }) => test)
  const tests = [...reads('fields'), ...reads('payload')]
  const [only] = tests
  if (only && tests.length === 1) return only
  return (row) => tests.every((test) => test(row))
}
