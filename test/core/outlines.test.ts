/** Where on its page a row can be pointed at. */
import { expect, test } from 'vitest'
import { outlinesOf } from '../../src/core/outlines.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { page } from '../language/page.ts'

const CLICK: Trigger = { element: 'button#go.primary', event: 'click', certainty: 'same-task' }
const ids = (...names: string[]) => names.map((id) => `[dj-id="${id}"],[data-dj-id="${id}"]`).join()

function answered(...patches: object[]) {
  const home = page().live().sends({ type: 'event', event: 'go', params: {}, ref: 1 }, CLICK)
  return home.hears({ type: 'patch', ref: 1, version: 2, patches }).dom(patches.length).row('go')
}
const rendered = (...patches: object[]) => outlinesOf(answered(...patches)).at(-1)

test('who asked is found by its description, and what was re-rendered by the ids that its patches name', () => {
  expect(outlinesOf(answered({ type: 'SetText', path: [0], d: 'a', text: 'x' }))).toEqual([
    { word: 'asked', selector: 'button[id="go"][class~="primary"]', nodes: 1 },
    { word: 're-rendered', selector: ids('a'), nodes: 1 },
  ])
})

test('a node that came with a patch is that node, and several patches of one node are one', () => {
  const node = { tag: 'li', attrs: { 'dj-id': 'new' }, children: [], text: null, key: null }
  const inserted = { type: 'InsertChild', path: [0], d: 'list', index: 0, node }
  const inner = {
    type: 'VirtualUpdate',
    path: [0],
    key: 'k',
    patches: [{ type: 'SetText', path: [], d: 'row', text: '' }],
  }
  expect(rendered(inserted, inner, { type: 'SetAttr', d: 'new', path: [], key: 'a', value: 'b' })).toEqual({
    word: 're-rendered',
    selector: ids('new', 'row'),
    nodes: 2,
  })
})

test('ids that a page has chosen stay inside their quotes', () => {
  expect(rendered({ type: 'SetText', path: [], d: '"],script,[x="\\\n', text: '' })?.selector).toBe(
    ids('\\"],script,[x=\\"\\\\\\a '),
  )
})

test('patches without ids are found by what was seen to change', () => {
  const home = page()
    .live()
    .event('go', 1)
    .hears({ type: 'patch', ref: 1, version: 2, patches: [{ type: 'SetText', path: [0], text: 'x' }] })
  const row = {
    ...home.dom(1).row('go'),
    dom: { nodes: 1, added: 0, removed: 0, attributes: 0, text: 1, where: 'output.sum' },
  }
  expect(outlinesOf(row)).toEqual([{ word: 're-rendered', selector: 'output[class~="sum"]', nodes: 1 }])
})

test('a call has no place but who asked, and none where a description was cut', () => {
  const home = page()
    .calls('search', {}, 'v', CLICK)
    .answers(200, { result: [{ patches: [{ d: 'a' }] }] })
  expect(outlinesOf(home.row('search')).map(({ word }) => word)).toEqual(['asked'])
  const long = page().calls('search', {}, 'v', { ...CLICK, element: 'b'.repeat(80) })
  expect(outlinesOf(long.row('search'))).toEqual([])
})

test('ten thousand patches are no more than can be looked at', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => ({ type: 'SetText', path: [], d: `n${n}`, text: '' }))
  expect(rendered(...many)?.nodes).toBe(50)
  expect(rendered({ type: 'SetText', path: [], d: 5, text: '' }, null as never)).toMatchObject({
    word: 'asked',
  })
})
