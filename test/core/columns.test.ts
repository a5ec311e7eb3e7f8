/** The columns of the log: what each reads for a row, and what it sorts by. */
import { expect, test } from 'vitest'
import { COLUMNS } from '../../src/core/columns/columns.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import { topFrameOf } from '../../src/core/stack-frame.ts'
import { type Page, page } from '../language/page.ts'

const click = { element: 'button#save', event: 'click', certainty: 'same-task' } as const

/** The cells of a row by column, without those that say nothing. */
function cellsOf(row: Exchange, log: Log): Record<string, string> {
  return Object.fromEntries(
    COLUMNS.map((column) => [column.id, column.textOf(row, log)]).filter(([, text]) => text !== ''),
  )
}
const cells = (story: Page, name: string) => cellsOf(story.row(name), story.log)

function valueIn(id: string, row: Exchange, log = createLog()) {
  const column = COLUMNS.find((each) => each.id === id)
  if (!column) throw new Error(`No column ${id}`)
  return column.valueOf(row, log)
}

test('the columns are those of the log, each with a sentence and room enough', () => {
  const titles = COLUMNS.map(({ title }) => title).join(', ')
  expect(titles).toBe(
    'Kind, Name, View, Trigger, Status, Re-render, Patches, Nodes, Sent, Received, Time, Server time, ' +
      'Next re-render, Started, Frame, Initiator, Waterfall',
  )
  for (const { id, title, says, width } of COLUMNS) {
    expect(id).toBe(title.toLowerCase().replace(' ', '-'))
    expect(says).toMatch(/^[A-Z].*\.$/)
    expect(width.least).toBeLessThanOrEqual(width.normal)
  }
})

test('a dispatch fills every column but the initiator', () => {
  const story = page('inner', { frame: 4 }).live('shop.Cart').at(1_500).dispatches('add', click).at(1_503)
  story.event('add', 1).at(1_515)
  story
    .patch(3, { ref: 1, timing: { render: 1.8 } })
    .dom(5)
    .at(1_519)
    .marks('apply-end')
    .at(1_533)
    .paints()
  story.at(1_550).patch(1, { source: 'tick' })
  expect(cells(story, 'add')).toEqual({
    kind: '⟳ dispatch',
    name: 'add',
    view: 'shop.Cart',
    trigger: 'button#save · click',
    status: 'ok',
    're-render': '◆ 3 patches · 5 nodes',
    patches: '3',
    nodes: '5',
    sent: '50 B',
    received: '195 B',
    time: '33 ms',
    'server-time': '1.8 ms',
    'next-re-render': '+35 ms: push tick',
    started: '1.50 s',
    frame: '4',
  })
})

test('a call that is refused has a status and no re-render', () => {
  const story = page().calls('save').at(40).answers(404, { error: 'unknown_view' })
  expect(cells(story, 'save')).toMatchObject({
    kind: '→ call',
    status: '404',
    're-render': '○ none',
    frame: 'top',
  })
  expect(valueIn('status', story.row('save'))).toBe(404)
  expect(valueIn('patches', story.row('save'))).toBe(0)
})

test('a click by script is no event of a person', () => {
  const story = page()
    .live()
    .dispatches('go', { ...click, event: '' })
    .event('go', 1)
  expect(cells(story, 'go').trigger).toBe('button#save')
})

test('what has no answer yet has none of what an answer brings', () => {
  const story = page().live().event('go', 1)
  const unknown = ['re-render', 'patches', 'nodes', 'received', 'time', 'server-time', 'next-re-render']
  for (const id of [...unknown, 'trigger', 'initiator'])
    expect([id, valueIn(id, story.row('go'), story.log)]).toEqual([id, undefined])
  expect(Object.keys(cells(story, 'go'))).toEqual(
    'kind name view status re-render sent started frame'.split(' '),
  )
  expect(cells(story, 'go')).toMatchObject({ 're-render': '… pending', status: '(pending)' })
})

test('an answer that does not say how many patches it carries leaves them unknown', () => {
  const odd = page().live().event('go', 1).hears({ type: 'patch', ref: 1 }).row('go')
  expect(valueIn('patches', odd)).toBeUndefined()
})

test('the verdict reads with its flags, and with what nobody understood', () => {
  const wasted = page().live().event('go', 1).patch(1, { ref: 1 }).marks('apply-end').dom(0).done()
  expect(cells(wasted, 'go')['re-render']).toBe('◆ 1 patch · 0 nodes wasted')
  const strange = page()
    .live()
    .event('go', 1)
    .hears({ type: 'patch', ref: 1, patches: [{ type: 'Odd' }] })
  expect(cells(strange, 'go')['re-render']).toBe('◆ 1 patch unknown Odd')
})

test("a stack that a fact carries is the row's, from the seam nearest to who asked", () => {
  const story = page().enters('save').dispatches('go', click).event('go')
  const stacked = story.sightings.map((sighting) => {
    const { type } = sighting.fact
    const fact = { ...sighting.fact, stack: `${type}@http://127.0.0.1/app.js?v=1#${type}:12:3` }
    return { ...sighting, fact }
  })
  const rows = rowsOf(fold(createLog(), stacked))
  expect(rows.map(({ stack }) => stack?.split('@')[0])).toEqual(['call', 'dispatch'])
  expect(rows.map((row) => cellsOf(row, createLog()).initiator)).toEqual(['app.js:12', 'app.js:12'])
})

test.each([
  ['Error\n    at save (http://x/js/app.js:9:2)\n    at http://x/b.js:1:1', 'app.js:9', 'app.js:000000009'],
  [
    'Error\n    at a (chrome-extension://x/i.js:1:1)\n    at http://x/app.js:5:2',
    'app.js:5',
    'app.js:000000005',
  ],
  ['Error\n    at http://x/app.js:12:2', 'app.js:12', 'app.js:000000012'],
  ['Error\n    at new A.b [as c] (http://x/@scope/p@1.2/a.mjs:3:4)', 'a.mjs:3', 'a.mjs:000000003'],
  ['save@http://x/@scope/p@1.2/a.mjs:3:4\n@http://x/b.js:1:1', 'a.mjs:3', 'a.mjs:000000003'],
  ['@http://x/:7:1', '(index):7', '(index):000000007'],
  [
    'Error\n    at eval (eval at f (http://x/a.js:1:1), <anonymous>:1:1)\n    at f (http://x/a.js:1:1)',
    'a.js:1',
    'a.js:000000001',
  ],
  ['Error\n    at Array.map (<anonymous>)', '', undefined],
  ['no stack at all', '', undefined],
  ['', '', undefined],
  [`@http://x/${'b'.repeat(100_000)}.js:1:1\n@http://x/a.js:1:1`, 'a.js:1', 'a.js:000000001'],
  [`${'\n'.repeat(100)}@http://x/a.js:1:1`, '', undefined],
])('the initiator of the stack %# is its first place in a script', (stack, text, value) => {
  const row = { ...page().calls('save').row('save'), stack }
  expect(cellsOf(row, createLog()).initiator ?? '').toBe(text)
  expect(valueIn('initiator', row)).toBe(value)
})

test.each([
  ['at f (http://x/a.js:1:2)', 'http://x/a.js'],
  ['at new A.b [as c(d)] (http://x/a(1).js:1:2)', 'http://x/a(1).js'],
  ['at file:///a.js:1:2', 'file:///a.js'],
  ['f@http://x/@scope/p@1.2/a.mjs:1:2', 'http://x/@scope/p@1.2/a.mjs'],
  ['async*@http://x/a.js:1:2', 'http://x/a.js'],
])('the place of %j is in its script', (stack, url) => {
  expect(topFrameOf(stack)).toEqual({ url, line: 1, column: 2 })
})
