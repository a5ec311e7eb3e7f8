/** Why did this re-render: facts in, steps out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { rowsOf } from '../../src/core/log.ts'
import { whyOf } from '../../src/core/why/why.ts'
import { type Page, page } from '../language/page.ts'

/** Frames as djust 1.2.6 sent them for examples/django with DEBUG on: connect, mount, two tags added, one removed. */
const DEBUG_FRAMES = readFileSync(join(import.meta.dirname, 'debug-frames.jsonl'), 'utf8')
  .trim()
  .split('\n')

const CLICK = { element: 'button.add', event: 'click', certainty: 'same-task' } as const

const whyRow = (story: Page, row: Exchange) => whyOf(rowsOf(story.log), row)
const told = (story: Page, row: Exchange) =>
  whyRow(story, row).map(
    ({ step, standing, says, code }) =>
      `${step}${standing === 'observed' ? '' : '?'}: ${says}${code ? ` ${code}` : ''}`,
  )

test('a click is followed from the element to the nodes, and what nobody saw is said to be so', () => {
  const story = page()
    .live()
    .dispatches('add', CLICK)
    .event('add', 1)
    .patch(2, { ref: 1 })
    .dom(2)
    .done()
    .harms()
  expect(told(story, story.row('add'))).toEqual([
    'trigger: A person did something: click on button.add',
    'handler: The server ran, in demo.TagView, add',
    'variables?: Which variables changed is not observed: the answer carries no _debug, which djust sends while DEBUG is on.',
    'patches: The server’s new picture differed from the old one by 2 patches: 2 SetText.',
    'nodes: 2 nodes changed (2 added).',
    'collateral: Focus, caret, typed text and scroll stayed as they were.',
  ])
})

test('real frames with _debug tell which variables changed, from what to what', () => {
  const story = page().opens()
  const [connect = '', mount = '', ...answers] = DEBUG_FRAMES
  story.hears(connect).sends({ type: 'mount', view: 'tags.views.NewIssueView' }).hears(mount)
  for (const [index, answer] of answers.entries())
    story
      .event(index < 2 ? 'add_tag' : 'remove_tag', index + 1)
      .hears(answer)
      .dom(1)
      .done()
  const rows = story.rows.filter(({ kind }) => kind === 'dispatch')
  const changes = rows.map((row) => whyRow(story, row).find(({ step }) => step === 'variables'))
  expect(changes.map((step) => step?.variables)).toEqual([
    [{ name: 'selected_tags', to: "[{'id': 1, 'name': 'bug'}]" }],
    [
      {
        name: 'selected_tags',
        from: "[{'id': 1, 'name': 'bug'}]",
        to: "[{'id': 1, 'name': 'bug'}, {'id': 2, 'name': 'regression'}]",
      },
    ],
    [
      {
        name: 'selected_tags',
        from: "[{'id': 1, 'name': 'bug'}, {'id': 2, 'name': 'regression'}]",
        to: "[{'id': 2, 'name': 'regression'}]",
      },
    ],
  ])
  expect(changes[0]?.evidence).toContain('changed_fields of NewIssueView')
  expect(changes[1]?.evidence).toContain('Compared with the frame before')
  expect(rows[2] && told(story, rows[2])[1]).toBe(
    'handler: The server ran, in tags.views.NewIssueView, remove_tag',
  )
})

test.each([
  ['tick', 'The view’s own tick made the server speak: nobody on this page asked.'],
  [
    'broadcast',
    'A broadcast made the server speak: somebody pushed to this view, perhaps from another page.',
  ],
  ['async', 'Work that a handler had started ended (start_async), and made the server speak.'],
])('of a push it is said who made the server speak: %s', (source, says) => {
  const story = page().live().patch(1, { source }).dom(1).done()
  const row = story.rows.find(({ kind }) => kind === 'push')
  expect(row && told(story, row).slice(0, 2)).toEqual([
    `trigger: ${says}`,
    'handler?: No handler of this page’s was asked for; what ran on the server is not observed.',
  ])
})

test('a push without a source leaves it open, and so does a dispatch that nobody was seen to ask for', () => {
  const push = page().live().patch(1).dom(1).done()
  expect(told(push, push.row('patch'))[0]).toBe(
    'trigger?: The server spoke first, with patch; why is not observed, for the frame names no source.',
  )
  const poll = page().live().event('poll', 1).patch(1, { ref: 1 })
  expect(told(poll, poll.row('poll'))).toEqual([
    'trigger?: Who asked is not observed: no person was seen to do anything within a second before.',
    'handler: The server ran, in demo.TagView, poll',
    expect.stringContaining('variables?'),
    'patches: The server’s new picture differed from the old one by 1 patch: 1 SetText.',
    'nodes?: How many nodes changed is not observed: nobody saw the page apply it.',
    expect.stringContaining('collateral?'),
  ])
})

test('full HTML, and what it took away', () => {
  const story = page()
    .live()
    .event('save', 1)
    .hears({ type: 'html_update', html: '<p></p>', version: 2, ref: 1 })
  story
    .dom(9)
    .done()
    .harms({ focus: { from: 'input#q' } })
  expect(told(story, story.row('save')).slice(3)).toEqual([
    expect.stringMatching(/^patches: Full HTML came in place of patches, \d+ B\.$/),
    'nodes: 9 nodes changed (9 added).',
    'collateral: input#q: focus was lost.',
  ])
})

test('what a page makes up as _debug breaks nothing', () => {
  for (const _debug of [7, [], { variables: 3 }, { variables: { a: null }, state_sizes: [] }]) {
    const story = page().live().event('add', 1).patch(1, { ref: 1, _debug })
    expect(whyRow(story, story.row('add'))).toHaveLength(6)
  }
})
