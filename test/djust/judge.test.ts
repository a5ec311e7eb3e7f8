import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { cellOf } from './cell.ts'
import type { ExpectedRow, OtherTelling } from './entries.ts'
import { ENTRIES } from './entries.ts'
import { judgeRun } from './judge.ts'
import { RUNS, type Run, runOf } from './runs.ts'

const patched: ExpectedRow = {
  kind: 'dispatch',
  name: 'a',
  transport: 'ws',
  status: 'ok',
  verdict: 'patched',
}
const none: ExpectedRow = { ...patched, verdict: 'none' }
const empty: ExpectedRow = { ...patched, verdict: 'empty' }

const run = (rows: ExpectedRow[], or: OtherTelling[] = []): Run => ({
  name: 'a',
  group: 'dispatch',
  page: '/',
  do: [],
  transport: 'ws',
  rows,
  or,
})

/** What the log would hold of such a row, as far as the judge looks. */
const row = ({ verdict, ...rest }: ExpectedRow) =>
  ({ ...rest, verdict: { render: verdict, flags: [] } }) as unknown as Exchange

test('a log that says none of the tellings is wrong, and what it says is named', () => {
  const { wrong, told } = judgeRun(run([patched], [{ rows: [none] }]), [row(empty)])
  expect(told).toEqual([])
  expect(wrong).toHaveLength(2)
})

test('the telling that holds makes the cell', () => {
  const { wrong, told } = judgeRun(run([patched], [{ rows: [none] }]), [row(none)])
  expect(wrong).toEqual([])
  expect(cellOf(told)).toBe('⟳ none')
})

test('tellings that race make the same cell, whichever came', () => {
  const racing = run([none], [{ rows: [patched] }, { rows: [empty], race: true }])
  expect(cellOf(judgeRun(racing, [row(patched)]).told)).toBe('⟳ patched or ⟳ empty')
  expect(cellOf(judgeRun(racing, [row(empty)]).told)).toBe('⟳ patched or ⟳ empty')
  expect(cellOf(judgeRun(racing, [row(none)]).told)).toBe('⟳ none')
})

test('over SSE the rows are those of the socket, but for their transport', () => {
  const entry = { ...run([patched], [{ rows: [none] }]), sse: {} }
  expect(runOf(entry, 'sse')).toMatchObject({
    page: '/?transport=sse',
    rows: [{ ...patched, transport: 'sse' }],
    or: [{ rows: [{ ...none, transport: 'sse' }] }],
  })
})

test('rows of its own over SSE leave the other tellings of the socket behind', () => {
  const entry = { ...run([patched], [{ rows: [none] }]), sse: { rows: [empty] } }
  expect(runOf(entry, 'sse')).toMatchObject({ rows: [empty], or: [] })
})

test('what cannot be over SSE is not run there', () => {
  expect(runOf({ ...run([patched]), sse: { impossible: 'a socket is needed' } }, 'sse')).toBeUndefined()
})

test('every entry runs over WebSocket, and each name is there once', () => {
  const names = RUNS.filter(({ transport }) => transport === 'ws').map(({ name }) => name)
  expect(names).toEqual(ENTRIES.map(({ name }) => name))
  expect(new Set(names).size).toBe(names.length)
})

test.each(RUNS.filter(({ rows }) => rows.length === 0))(
  '$name over $transport has no row, and says in words what happens instead',
  ({ unseen, note }) => {
    expect(unseen ?? note).toMatch(/\.$/)
  },
)
