/** `transport: ws`: which way it goes to the server. */
import type { Exchange, Transport } from '../exchange.ts'
import type { Expectation } from './expectation.ts'
import { eachRow } from './judge.ts'
import { readSome, writeWords } from './list.ts'

const TRANSPORTS: readonly Transport[] = ['http', 'ws', 'sse', 'none']

export const transport: Expectation = {
  key: 'transport',
  example: 'ws, or a list of http, ws, sse, none',
  read(value) {
    const transport = readSome(value, TRANSPORTS)
    return transport && { transport }
  },
  write: ({ transport }) => transport && writeWords(transport),
  judge: ({ transport = [] }) =>
    eachRow(
      (row) => !transport.includes(row.transport),
      (row) => `went over ${row.transport}`,
    ),
  infer: (rows) => (rows.length > 0 ? { transport: seenIn(rows) } : {}),
  widen({ transport = [] }, rows) {
    return { transport: [...new Set([...transport, ...seenIn(rows)])] }
  },
  clash({ transport: one }, { transport: other }) {
    if (!one || !other || one.some((each) => other.includes(each))) return undefined
    return `It cannot go over ${one.join(' or ')} and over ${other.join(' or ')}.`
  },
}

function seenIn(rows: readonly Exchange[]): Transport[] {
  return TRANSPORTS.filter((each) => rows.some((row) => row.transport === each))
}
