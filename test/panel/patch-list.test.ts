import { expect, test } from 'vitest'
import { patchesOf } from '../../src/panel/views/patch-list.ts'
import { type Page, page } from '../language/page.ts'

const answered = (patches: unknown): Page =>
  page().live().event('go', 1).hears({ type: 'patch', ref: 1, patches })
const linesOf = (patches: unknown[], most?: number) => patchesOf(answered(patches).row('go'), most)[0]

test('patches read as operation, target and value', () => {
  const patches = [
    { type: 'SetText', path: [0, 2], d: '7', text: '2 tags' },
    { type: 'SetAttr', path: [0], key: 'value', value: 'x' },
    {
      type: 'InsertChild',
      path: [],
      index: 1,
      node: { tag: 'li', attrs: { class: 'tag' }, children: [{ tag: '#text', text: 'auth' }] },
    },
    { type: 'RemoveSubtree', id: 'modal' },
    {
      type: 'VirtualUpdate',
      path: [1],
      key: 'k',
      patches: [{ type: 'RemoveAttr', path: [0], key: 'hidden' }],
    },
    { type: 'Teleport', to: 1 },
    'nonsense',
    { type: { toString: 1 }, path: [] },
  ]
  const row = page().live().event('go', 1).hears({ type: 'patch', ref: 1, patches }).row('go')
  expect(patchesOf(row)[0]?.lines.map(({ op, target, value, depth }) => [op, target, value, depth])).toEqual([
    ['SetText', '[dj-id="7"]', '"2 tags"', 0],
    ['SetAttr', 'root › 0', 'value="x"', 0],
    ['InsertChild', 'root', 'at 1: <li class="tag">"auth"</li>', 0],
    ['RemoveSubtree', '#modal', '', 0],
    ['VirtualUpdate', 'root › 1', 'k', 0],
    ['RemoveAttr', 'root › 0', 'hidden', 1],
    ['Teleport', '', '{"type":"Teleport","to":1}', 0],
    ['', '', '"nonsense"', 0],
    ['', '', '{"type":{"toString":1},"path":[]}', 0],
  ])
})

test('a patch that is none, or that this reader does not know, is told from the others', () => {
  const standings = linesOf([{ type: 'SetText' }, { type: 'Teleport' }, { path: [0] }, null])?.lines
  expect(standings?.map(({ standing }) => standing)).toEqual(['known', 'unknown', 'broken', 'broken'])
})

test('what a page names toString or toJSON is only ever data', () => {
  const odd = { toString: 1, toJSON: 2 }
  const lines = linesOf([
    { type: 'SetAttr', path: [odd], key: odd, value: odd },
    { type: 'InsertChild', id: odd, index: odd, node: { tag: odd, attrs: { x: odd }, children: [odd] } },
    { type: 'SetText', path: [0], text: 'good' },
  ])?.lines
  const text = JSON.stringify(odd)
  expect(lines?.map(({ target, value }) => [target, value])).toEqual([
    [`root › ${text}`, `${text}=${text}`],
    [`#${text}`, `at ${text}: <${text} x=${text}><></></${text}>`],
    ['root › 0', '"good"'],
  ])
})

/** As text: the nesting is deeper than writing it out from objects would bear. */
function nested(depth: number, op: string): string {
  return `${`{"type":"${op}","path":[0],"patches":[`.repeat(depth)}${']}'.repeat(depth)}`
}

test.each(['VirtualUpdate', 'Teleport'])(
  '%s inside itself, however deep, costs no more than its length',
  (op) => {
    const text = `{"type":"patch","ref":1,"patches":[${nested(20_000, op)}]}`
    const list = patchesOf(page().live().event('go', 1).hears(text).row('go'))[0]
    expect(list?.lines).toHaveLength(10_000)
    expect(list?.more).toBe(10_000)
    expect(list?.lines[9_999]?.depth).toBe(9_999)
    const written = list?.lines.reduce((sum, { value }) => sum + value.length, 0)
    expect(written).toBeLessThan(text.length)
  },
)

test('a node or a value nested too deeply is hinted at, and the patches beside it are listed', () => {
  const deep = `${'{"tag":"b","children":['.repeat(20_000)}${']}'.repeat(20_000)}`
  const patches = `[{"type":"Replace","node":${deep}},{"type":"Teleport","to":${deep}},{"type":"SetText","text":"x"}]`
  const row = page().live().event('go', 1).hears(`{"type":"patch","ref":1,"patches":${patches}}`).row('go')
  const values = patchesOf(row)[0]?.lines.map(({ value }) => value)
  expect(values?.[0]).toMatch(/^(<b>){101}…(<\/b>){101}$/)
  expect(values?.[2]).toBe('"x"')
})

test('what is beyond the most is counted', () => {
  expect(linesOf([{ type: 'SetText' }, { type: 'SetText' }, { type: 'SetText' }], 2)).toMatchObject({
    more: 1,
  })
})

test('an answer that was cut, or is not JSON, says so where it may hold patches', () => {
  const body = { text: '{"type":"pat', bytes: 900 }
  const why = (fields: object) => patchesOf({ answers: [{ ...body, ...fields }] })[0]?.why
  expect(why({})).toBe('unreadable')
  expect(why({ cut: true })).toBe('cut')
  expect(why({ cut: true, outline: { type: 'patch', patches: 7 } })).toBe('cut')
  expect(why({ cut: true, outline: { type: 'noop' } })).toBeUndefined()
})
