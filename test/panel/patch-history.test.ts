// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createPatchHistory } from '../../src/panel/views/patch-history.ts'
import { patchesOf } from '../../src/panel/views/patch-list.ts'
import { type Page, page } from '../language/page.ts'

const HTML = '<ul dj-id="4" class="chips"></ul> <p dj-id="5">0 tags</p>'
const mounted = () =>
  page()
    .opens()
    .hears({ type: 'connect', session_id: 's1' })
    .sends({ type: 'mount', view: 'demo.Tags' })
    .hears({ type: 'mount', view: 'demo.Tags', version: 1, html: HTML, has_ids: true })
let ref = 0
function answered(home: Page, name: string, patches: object[], fields: object = {}): Page {
  ref += 1
  return home.event(name, ref).hears({ type: 'patch', ref, version: 2, patches, ...fields })
}

/** What each patch of the row replaced. */
function before(home: Page, name: string) {
  const row = home.row(name)
  const history = createPatchHistory(home.rows, row)
  return patchesOf(row)[0]?.lines.map(({ change }) => change && history.before(change))
}

const text = (value: string) => ({ type: 'SetText', path: [1, 0], text: value })
const attribute = (id: string, key: string, value: string) => ({
  type: 'SetAttr',
  path: [9],
  d: id,
  key,
  value,
})

test('the first patches know what the server had rendered', () => {
  const home = answered(mounted(), 'add', [
    text('1 tag'),
    attribute('4', 'class', 'x'),
    attribute('4', 'hidden', ''),
  ])
  expect(before(home, 'add')).toEqual(['0 tags', 'chips', null])
})

test('later ones know what earlier ones had set', () => {
  const home = answered(mounted(), 'add', [
    text('1 tag'),
    { type: 'RemoveAttr', path: [0], d: '4', key: 'class' },
  ])
  answered(home, 'again', [text('1 tag'), attribute('4', 'class', 'y')])
  expect(before(home, 'again')).toEqual(['1 tag', null])
})

test('an element that was inserted brings its attributes', () => {
  const node = {
    tag: 'li',
    attrs: {},
    children: [{ tag: 'b', attrs: { 'dj-id': 'c7', class: 'tag' }, children: [] }],
  }
  const home = answered(mounted(), 'add', [{ type: 'InsertChild', path: [0], d: '4', index: 0, node }])
  answered(home, 'mark', [attribute('c7', 'class', 'tag new'), attribute('c7', 'title', 'x')])
  expect(before(home, 'mark')).toEqual(['tag', null])
})

test('a path means another node once something was inserted, so nothing is guessed of it', () => {
  const insert = {
    type: 'InsertChild',
    path: [0],
    d: '4',
    index: 0,
    node: { tag: 'li', attrs: {}, children: [] },
  }
  const home = answered(mounted(), 'add', [insert])
  answered(home, 'count', [text('1 tag'), attribute('4', 'class', 'x')])
  const inside = { type: 'SetText', path: [0, 0], text: 'x' }
  answered(home, 'next', [inside, text('2 tags'), attribute('4', 'class', 'y')])
  // Beside what was inserted a path goes on meaning the same.
  expect(before(home, 'next')).toEqual([undefined, '1 tag', 'x'])
  expect(before(answered(mounted(), 'both', [insert, text('1 tag'), inside]), 'both')).toEqual([
    undefined,
    '0 tags',
    undefined,
  ])
  const anywhere = answered(mounted(), 'gone', [{ type: 'RemoveSubtree', id: 'x' }, text('1 tag')])
  expect(before(anywhere, 'gone')).toEqual([undefined, undefined])
})

test('of a patch inside a patch the id says where it lands, and its path, which begins there, does not', () => {
  const within = (...patches: object[]) => ({ type: 'VirtualUpdate', path: [3], d: '4', key: 'k', patches })
  const home = answered(mounted(), 'add', [within(attribute('5', 'class', 'new'), text('other'))])
  answered(home, 'mark', [attribute('5', 'class', 'old'), within(text('1 tag')), text('1 tag')])
  expect(before(home, 'mark')).toEqual(['new', undefined, undefined, '0 tags'])
})

test('an answer that was cut, or is not there, ends what is known', () => {
  const home = mounted()
    .event('cut', 900)
    .hears({
      text: '{"type":"patch","ref":900,',
      bytes: 90_000,
      cut: true,
      outline: { type: 'patch', ref: 900, patches: 9 },
    })
  answered(home, 'add', [text('1 tag')])
  expect(before(home, 'add')).toEqual([undefined])
})

test('what one answer sets twice is not said to have been what it was before the answer', () => {
  const home = answered(mounted(), 'twice', [attribute('4', 'class', 'x'), attribute('4', 'class', 'chips')])
  expect(before(home, 'twice')).toEqual([undefined, undefined])
  answered(home, 'next', [attribute('4', 'class', 'y')])
  expect(before(home, 'next')).toEqual(['chips'])
})

test('without an answer nothing was replaced', () => {
  const home = mounted().event('first', 901)
  const parsed = createPatchHistory(home.rows, home.row('first'))
  expect(parsed.before({ on: { id: '4' }, attribute: 'class', to: 'x' })).toBeUndefined()
})

test('HTML is only read: nothing in it runs', () => {
  const evil = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script><p dj-id="5">x</p>'
  const home = page()
    .opens()
    .sends({ type: 'mount', view: 'demo.Tags' })
    .hears({ type: 'mount', view: 'demo.Tags', version: 1, html: evil })
  answered(home, 'add', [attribute('5', 'class', 'x')])
  expect(before(home, 'add')).toEqual([null])
  expect('hit' in globalThis).toBe(false)
})
