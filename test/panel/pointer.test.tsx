// @vitest-environment happy-dom
/** Looking at a row points at it in the page: with the mouse, with the keyboard, and never at a page that is gone. */
import { act, fireEvent } from '@testing-library/preact'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { OverlayOrder, Reach } from '../../src/protocol/reach.ts'
import type { Page } from '../language/page.ts'
import { page } from '../language/page.ts'
import { showPanel, useLayout } from './shown-panel.tsx'

useLayout()
// Loaded before, for it comes in real time.
beforeAll(() =>
  Promise.all([import('../../src/core/outlines.ts'), import('../../src/panel/views/page-section.tsx')]),
)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const CLICK = { element: 'button#go', event: 'click', certainty: 'same-task' } as const
const home = (doc = 'page') =>
  page(doc, { frame: 2 })
    .calls('one', {}, 'v', CLICK)
    .answers(200, { result: 1 })
    .calls('two', {}, 'v', { ...CLICK, element: 'input#q' })
    .answers(200, { result: 2 })
    .calls('nobody')

function pointing(answer: Partial<Reach> = {}) {
  const orders: string[] = []
  const overlay: Reach['overlay'] = async (frame, order) => {
    orders.push(`${frame} ${wordsOf(order)}`)
    return { ok: true, value: [1] }
  }
  const panel = showPanel({ reach: { overlay, ...answer } as Reach })
  const settle = () => wait(300)
  const look = async (name: string) => {
    fireEvent.pointerOver(panel.rowNamed(name).querySelector('span') as Element)
    await settle()
  }
  const leave = async () => {
    fireEvent.pointerLeave(panel.container.querySelector('.djust-panel') as Element)
    await settle()
  }
  return { ...panel, orders, look, leave, settle, draw: (story: Page) => panel.draw(story) }
}

const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })

const wordsOf = (order: OverlayOrder) =>
  order.draw === 'outlines' ? order.outlines.map(({ selector }) => selector).join(' ') : order.draw

test('the mouse on a row outlines what asked in the frame that the row is of, until it goes', async () => {
  const { draw, look, leave, orders } = pointing()
  await draw(home())
  await look('one')
  await look('two')
  await leave()
  expect(orders).toEqual(['2 button[id="go"]', '2 input[id="q"]', '2 nothing'])
})

test('a mouse that only passes by enters no page', async () => {
  const { draw, rowNamed, leave, orders } = pointing()
  await draw(home())
  fireEvent.pointerOver(rowNamed('one'))
  await wait(40)
  await leave()
  expect(orders).toEqual([])
})

test('the keyboard points, too', async () => {
  const { draw, rowNamed, settle, orders } = pointing()
  await draw(home())
  await act(() => rowNamed('two').focus())
  await settle()
  expect(orders).toEqual(['2 input[id="q"]'])
  await act(() => rowNamed('two').blur())
  await settle()
  expect(orders.at(-1)).toBe('2 nothing')
})

test('a row that nobody asked for ends what was outlined before', async () => {
  const { draw, look, orders } = pointing()
  await draw(home())
  await look('nobody')
  expect(orders).toEqual([])
  await look('one')
  await look('nobody')
  expect(orders).toEqual(['2 button[id="go"]', '2 nothing'])
})

test('a row whose page has been left points at nothing, for another page stands in its frame', async () => {
  const { store, draw, look, orders } = pointing()
  store.keepLog.value = true
  await draw(home())
  await draw(page('next', { frame: 2, origin: 2_000_000 }).calls('later', {}, 'v', CLICK))
  await look('one')
  expect(orders).toEqual([])
  await look('later')
  expect(orders).toEqual(['2 button[id="go"]'])
})

test('the details of a row say what of it is no longer on the page', async () => {
  const overlay: Reach['overlay'] = async () => ({ ok: true, value: [0] })
  const { draw, rowNamed, look, container } = pointing({ overlay })
  await draw(home())
  await look('one')
  await act(() => rowNamed('one').click())
  await wait(10)
  expect(container.querySelector('.pane')?.textContent).toContain('What asked is no longer on the page.')
})

test('a recording points at no page', async () => {
  const { store, draw, look, orders } = pointing()
  await draw(home())
  const { text } = store.recordings.save(store.log.value)
  await act(() => store.recordings.open('kept.jsonl', text))
  await look('one')
  expect(orders).toEqual([])
})

test('while a page is slow to answer, only the last row that was looked at follows', async () => {
  const answers: (() => void)[] = []
  const seen: string[] = []
  const { draw, look } = pointing({
    overlay: (_, order) => {
      seen.push(wordsOf(order))
      return new Promise((done) => answers.push(() => done({ ok: true, value: [1] })))
    },
  })
  await draw(home())
  await look('one')
  await look('two')
  await look('nobody')
  await look('two')
  expect(seen).toEqual(['button[id="go"]'])
  answers[0]?.()
  await wait(10)
  expect(seen).toEqual(['button[id="go"]', 'input[id="q"]'])
})
