/** `render: none`, `render: [patched, empty]`: what the page may do because of it, as verdicts. */
import type { Render } from '../exchange.ts'
import { isDecided } from '../rerender.ts'
import type { Expectation } from './expectation.ts'
import { eachRow } from './judge.ts'
import { readSome, writeWords } from './list.ts'

/** Those that a row may end with; what is pending or unknown is held against nobody. */
const RENDERS: readonly Render[] = ['none', 'empty', 'patched', 'replaced', 'direct', 'local', 'dropped']

export const render: Expectation = {
  key: 'render',
  example: `none, or a list of ${RENDERS.join(', ')}`,
  read(value) {
    const render = readSome(value, RENDERS)
    return render && { render }
  },
  write: ({ render }) => render && writeWords(render),
  judge: ({ render = [] }) =>
    eachRow(
      (row) => isDecided(row) && !render.includes(row.verdict.render),
      (row) => `shows ${row.verdict.render}`,
    ),
  infer(rows) {
    const seen = new Set(rows.filter(isDecided).map((row) => row.verdict.render))
    return seen.size > 0 ? { render: RENDERS.filter((each) => seen.has(each)) } : {}
  },
  widen({ render = [] }, rows) {
    const seen = new Set([...render, ...rows.filter(isDecided).map((row) => row.verdict.render)])
    return { render: RENDERS.filter((each) => seen.has(each)) }
  },
  clash({ render: one }, { render: other }) {
    if (!one || !other || one.some((each) => other.includes(each))) return undefined
    return `It cannot be ${one.join(' or ')} and ${other.join(' or ')}.`
  },
}
