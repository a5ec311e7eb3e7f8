/** Trees, their ids and their patches: whatever the two renders, the patches make one of the other. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '../../demo/live/diff.ts'
import { createIds, stamp } from '../../demo/live/stamp.ts'
import { type Element, parseTree, type Tree, toHtml } from '../../demo/live/tree.ts'
import { applyAll, withoutBlanks } from './reference-applier.ts'

function renders(before: string, after: string) {
  const nextId = createIds()
  const [a, b] = [parseTree(before), parseTree(after)]
  stamp(a, null, nextId)
  stamp(b, a, nextId)
  return { a, b, patches: diff(a, b) }
}

describe('the tree', () => {
  test('is what a browser makes of the HTML', () => {
    expect(toHtml(parseTree('<p>a<p>b<table><tr><td>c'))).toBe(
      '<p>a</p><p>b</p><table><tbody><tr><td>c</td></tr></tbody></table>',
    )
  })

  test('reads back as it was written', () => {
    const html = '<textarea>\n\n a &lt;b&gt; &amp;</textarea><input value="&quot;&nbsp;"><ul><li>x</li></ul>'
    const once = toHtml(parseTree(html))
    expect(toHtml(parseTree(once))).toBe(once)
  })

  test('gives the same HTML the same ids every time', () => {
    const ids = () => {
      const tree = parseTree('<ul><li>a</li><li>b</li></ul><p>c</p>')
      stamp(tree, null, createIds())
      return toHtml(tree)
    }
    expect(ids()).toBe('<ul dj-id="0"><li dj-id="1">a</li><li dj-id="2">b</li></ul><p dj-id="3">c</p>')
    expect(ids()).toBe(ids())
  })
})

describe('the patches', () => {
  test('of two equal renders are none', () => {
    const html = '<form><input name="a"><ul><li dj-key="1">x</li></ul></form>'
    expect(renders(html, html).patches).toEqual([])
  })

  test('of a new list item are one insertion, with the ids and the key the client needs', () => {
    const { patches } = renders('<ul></ul>', '<ul><li dj-key="7" id="tag-7">bug<button>×</button></li></ul>')
    expect(patches).toEqual([
      {
        type: 'InsertChild',
        path: [0],
        d: '0',
        index: 0,
        node: {
          tag: 'li',
          attrs: { 'dj-key': '7', id: 'tag-7', 'dj-id': '1' },
          key: '7',
          text: null,
          djust_id: '1',
          children: [
            { tag: '#text', attrs: {}, children: [], text: 'bug', key: null },
            {
              tag: 'button',
              attrs: { 'dj-id': '2' },
              key: null,
              text: null,
              djust_id: '2',
              children: [{ tag: '#text', attrs: {}, children: [], text: '×', key: null }],
            },
          ],
        },
      },
    ])
  })

  test('of a removed first item leave the others alone', () => {
    const item = (key: number) => `<li dj-key="${key}">${key}</li>`
    const { patches } = renders(
      `<ul>${[1, 2, 3].map(item).join('')}</ul>`,
      `<ul>${[2, 3].map(item).join('')}</ul>`,
    )
    expect(patches).toEqual([{ type: 'RemoveChild', path: [0], d: '0', index: 0, child_d: '1' }])
  })

  test('of an item brought to the front are one move', () => {
    const item = (key: number) => `<li dj-key="${key}">${key}</li>`
    const { patches } = renders([1, 2, 3].map(item).join(''), [3, 1, 2].map(item).join(''))
    expect(patches).toEqual([{ type: 'MoveChild', path: [], from: 2, to: 0, child_d: '2' }])
  })

  test('of a changed text name it by its path among what counts', () => {
    const { patches } = renders('<p> <b>x</b> one </p>', '<p> <b>x</b> two </p>')
    expect(patches).toEqual([{ type: 'SetText', path: [0, 1], text: ' two ' }])
  })

  test('of an element that appears in front of a field keep the field', () => {
    const { patches } = renders(
      '<div><p>hint</p><input name="q"></div>',
      '<div><p class="error">no</p><p>hint</p><input name="q"></div>',
    )
    expect(patches.map(({ type }) => type)).toEqual(['InsertChild'])
  })

  test('never reach into what the page keeps for itself', () => {
    const { patches } = renders(
      '<ul dj-update="ignore"><li>a</li></ul>',
      '<ul dj-update="ignore"><li>b</li></ul>',
    )
    expect(patches).toEqual([])
  })

  test('make the second render of the first, for any two renders', () => {
    fc.assert(
      fc.property(anyTree(), anyTree(), anyTree(), (first, second, third) => {
        const nextId = createIds()
        let shown: Element | null = null
        let page: Element | null = null
        for (const render of [first, second, third]) {
          const next = structuredClone(render)
          stamp(next, shown, nextId)
          page = page && shown ? applyAll(page, diff(shown, next)) : withoutBlanks(next)
          expect(page).toEqual(withoutBlanks(next))
          shown = next
        }
      }),
      { numRuns: 600 },
    )
  })

  test('come in the order in which a client would sort them', () => {
    fc.assert(
      fc.property(anyTree(), anyTree(), (a, b) => {
        const nextId = createIds()
        stamp(a, null, nextId)
        stamp(b, a, nextId)
        const ranks = diff(a, b).map(
          ({ type }) => ['RemoveChild', 'MoveChild', 'InsertChild'].indexOf(type) >>> 0,
        )
        expect(ranks).toEqual(ranks.toSorted((x, y) => x - y))
      }),
    )
  })
})

/** Trees of the kinds of thing that make diffs hard: lists with and without keys, text between, blank text. */
function anyTree(): fc.Arbitrary<Element> {
  const { node } = fc.letrec<{ node: Tree }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom('a', 'b', ' c ', ' ', '\n  ') }),
      fc
        .record({
          tag: fc.constantFrom('p', 'li', 'input'),
          key: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
          flag: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
          children: fc.array(tie('node'), { maxLength: 6 }),
        })
        .map(({ tag, key, flag, children }): Tree => {
          const attrs = { ...(key !== null && { 'dj-key': String(key) }), ...(flag && { class: flag }) }
          return { kind: 'element', tag, attrs, children: joined(children), id: '' }
        }),
    ),
  }))
  return fc
    .array(node, { maxLength: 8 })
    .map((children) => ({ kind: 'element', tag: 'div', attrs: {}, children: joined(children), id: '' }))
}

/** No two texts side by side, since no browser builds that. */
function joined(children: Tree[]): Tree[] {
  return children.filter((child, index) => child.kind !== 'text' || children[index - 1]?.kind !== 'text')
}
