/** The filter's grammar as one thing, for whoever fetches it when the filter is first used. */
import { complete } from './complete.ts'
import { matcher } from './matcher.ts'
import { narrows } from './narrows.ts'
import { parseQuery } from './parse-query.ts'

export const grammar = { parseQuery, matcher, narrows, complete }
export type Grammar = typeof grammar
