/** `compare`, `report`: what two recordings differ in, and the page that shows one. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recordingIn } from '../../src/core/export/html.ts'
import { session, typing } from '../core/compare-session.ts'
import { page } from '../language/page.ts'
import { desk, recordingOf } from './command-line.ts'

const asks = (kind: 'call' | 'dispatch') => {
  const story = page(kind).live()
  for (let turn = 0; turn < 6; turn++) {
    story.at(1000 * (turn + 1))
    if (kind === 'call') story.calls('search_tags', {}, 'issues.new', typing).answers(200, { result: [] })
    else
      story
        .dispatches('search_tags', { ...typing, certainty: 'runtime' })
        .event('search_tags', turn)
        .patch(7, { ref: turn })
  }
  return story
}

test('a server function that became an event handler is named first, with the rows of both', async () => {
  const { write, types } = desk()
  write('base.jsonl', recordingOf(asks('call')))
  write('new.jsonl', recordingOf(asks('dispatch')))
  const { code, out } = await types('compare base.jsonl new.jsonl')
  const [head, first, where] = out.split('\n')
  expect([code, head, first, where]).toEqual([
    1,
    'CHANGED  new.jsonl  8 rows, against base.jsonl',
    '  ✗ Typing in #tag-input made a call of the server function search_tags; now it makes a dispatch to the event handler search_tags.',
    expect.stringMatching(/^ {6}new\.jsonl row dispatch\/\d+ and 11 more, asked by typing in #tag-input$/),
  ])
  expect((await types('compare base.jsonl new.jsonl --fail-on never')).code).toBe(0)
  expect((await types('compare base.jsonl base.jsonl')).out).toMatch(/^same {5}base\.jsonl/)
})

test('numbers are noted, and fail where that is asked for', async () => {
  const { write, types } = desk()
  write('base.jsonl', recordingOf(session(1)))
  write('new.jsonl', recordingOf(session(2, { slower: 2 })))
  const { code, out } = await types('compare base.jsonl new.jsonl')
  expect(code).toBe(0)
  expect(out).toContain('  ! add_tag (clicking li.option[role=option]): the time of server + network grew by')
  expect((await types('compare base.jsonl new.jsonl --fail-on number')).code).toBe(1)
})

test('two recordings that did the same are compared by how often, too', async () => {
  const { write, types } = desk()
  const typed = (times: number) => {
    const story = page(`doc-${times}`).live()
    for (let turn = 1; turn <= times; turn++)
      story
        .at(turn * 500)
        .calls('search_tags', {}, 'issues.new', typing)
        .answers(200, {})
    return recordingOf(story)
  }
  write('base.jsonl', typed(2))
  write('new.jsonl', typed(14))
  const unsure = await types('compare base.jsonl new.jsonl')
  expect([unsure.code, unsure.out]).toEqual([
    0,
    expect.stringContaining('? search_tags (typing in #tag-input): asked 2 times before and 14 times now'),
  ])
  const sure = await types('compare base.jsonl new.jsonl --same-actions')
  expect([sure.code, sure.out]).toEqual([
    1,
    expect.stringContaining('✗ search_tags (typing in #tag-input) is asked 14 times now'),
  ])
})

test('what is no recording becomes no page', async () => {
  const { write, types, at } = desk()
  write('b.jsonl', 'hello')
  const { code, err } = await types('report b.jsonl -o b.html')
  expect(code).toBe(2)
  expect(err).toMatch(/not a djust recording|is not built/)
  expect(existsSync(at('b.html'))).toBe(false)
})

test.runIf(existsSync('dist/package/standalone.html'))(
  'a report holds the recording, line by line',
  async () => {
    const { write, types, read } = desk()
    const text = recordingOf(session(1))
    write('a.jsonl', text)
    expect(await types('report a.jsonl -o a.html')).toEqual({ code: 0, out: 'Wrote a.html.\n', err: '' })
    expect(linesOf(recordingIn(read('a.html')) ?? '')).toEqual(linesOf(text))
  },
)

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
