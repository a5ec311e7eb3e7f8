/** `param.user.name:x`: what an exchange was asked with. */
import { paramsIn } from '../params.ts'
import type { PathKey } from './key.ts'
import { readBody } from './read-body.ts'

export const paramKey: PathKey = {
  name: 'param',
  says: 'a parameter that was sent: param.q:python',
  reads: 'payload',
  bodiesOf: ({ request }) => (request ? [request] : []),
  rootsOf(row) {
    const params = row.request && paramsIn(readBody(row.request), row)
    return params ? [params] : []
  },
}
