/** `check --update`: the contract is rewritten so that the recordings hold it, and nothing else of it changes. */
import { expect, test } from 'vitest'
import { session } from '../core/compare-session.ts'
import { desk, recordingOf } from './command-line.ts'
import { CONTRACT, mishap } from './typing-contract.ts'

test('writes a contract where there is none, which the recording holds', async () => {
  const { write, types, read } = desk()
  write('a.jsonl', recordingOf(session(1)))
  expect((await types('check a.jsonl -c new.yaml --update')).code).toBe(0)
  expect(read('new.yaml')).toContain('# From ')
  expect((await types('check a.jsonl -c new.yaml')).code).toBe(0)
  expect((await types('check a.jsonl -c new.yaml -u')).out).toBe(
    'new.yaml holds already; nothing was changed.\n',
  )
})

test('changes what is broken and nothing else, keeps every comment, and shows the change', async () => {
  const { write, types, read } = desk()
  write('bad.jsonl', recordingOf(mishap()))
  write('contract.yaml', CONTRACT)
  const { code, out } = await types('check bad.jsonl -c contract.yaml --update')
  expect([code, out]).toEqual([
    0,
    `Rewrote contract.yaml:
+ 4:   # From bad.jsonl, rows new/5
- 5:     only: call search_tags
- 6:     render: none
+ 6:     only: [call search_tags, dispatch search_tags]
+ 7:     render: [none, patched]
`,
  ])
  expect(read('contract.yaml').replaceAll(/From \S*bad/g, 'From bad')).toBe(`version: 1
clauses:
  # Typing must never re-render: the caret would move.
  # From bad.jsonl, rows new/5
  - trigger: "typing in #tag-input"
    only: [call search_tags, dispatch search_tags]
    render: [none, patched]
  - exchange: dispatch save
    errors: none
`)
  expect((await types('check bad.jsonl -c contract.yaml')).code).toBe(0)
})

test('of several recordings makes each of them hold it', async () => {
  const { write, types } = desk()
  const names = [1, 2, 3, 4].map((seed) => {
    write(`${seed}.jsonl`, recordingOf(session(seed, { slower: seed, searches: 40 })))
    return `${seed}.jsonl`
  })
  write('bad.jsonl', recordingOf(mishap()))
  expect((await types(`check ${names[0]} -c c.yaml -u`)).code).toBe(0)
  const all = [...names, 'bad.jsonl'].join(' ')
  expect((await types(`check ${all} -c c.yaml`)).code).toBe(1)
  expect((await types(`check ${all} -c c.yaml -u`)).code).toBe(0)
  expect((await types(`check ${all} -c c.yaml`)).code).toBe(0)
})

test('of what could not be read whole writes nothing', async () => {
  const { write, types, read } = desk()
  write('cut.jsonl', recordingOf(mishap()).slice(0, -20))
  write('contract.yaml', CONTRACT)
  expect((await types('check cut.jsonl -c contract.yaml -u')).code).toBe(2)
  expect(read('contract.yaml')).toBe(CONTRACT)
})
