/** `pushes: none`, `pushes: [tick]`: what the server may say without having been asked, by name. */
import type { Exchange } from '../exchange.ts'
import type { Expectation } from './expectation.ts'
import { eachRow } from './judge.ts'
import { readWords, writeWords } from './list.ts'

/** A push of that name cannot be meant alone; a list of one can. */
const NONE = 'none'

export const pushes: Expectation = {
  key: 'pushes',
  example: 'none, or a list of names',
  read(value) {
    if (value === NONE) return { pushes: [] }
    const pushes = readWords(value)
    return pushes && { pushes }
  },
  write({ pushes }) {
    if (!pushes) return undefined
    if (pushes.length === 0) return NONE
    return pushes[0] === NONE ? [...pushes] : writeWords(pushes)
  },
  judge: ({ pushes = [] }) =>
    eachRow(
      (row) => row.kind === 'push' && !pushes.includes(row.name),
      () => 'came',
    ),
  infer: (rows) => ({ pushes: namesOf(rows) }),
  widen: ({ pushes = [] }, rows) => ({ pushes: [...new Set([...pushes, ...namesOf(rows)])] }),
  clash: () => undefined,
}

function namesOf(rows: readonly Exchange[]): string[] {
  return [...new Set(rows.filter((row) => row.kind === 'push').map((row) => row.name))]
}
