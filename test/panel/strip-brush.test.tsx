// @vitest-environment happy-dom
/** The overview and its brush. */
import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { memory } from './fake-page.ts'
import { click, key, type ShownPanel, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

/** What is fetched when it is wanted may be slow to come. */
const LAZY = { timeout: 20_000 }

let panel: ShownPanel
const story = () => {
  const home = page().live()
  for (const at of [100, 400, 700, 1100])
    home
      .at(at)
      .calls(`at_${at}`)
      .at(at + 1)
      .answers(200, {})
  return home
}
beforeEach(async () => {
  panel = showPanel()
  await panel.draw(story())
  await waitFor(() => screen.getByRole('group', { name: 'Overview' }), LAZY)
})

const slider = (name: string) => screen.getByRole('slider', { name })
const names = () => panel.rows().map((row) => row.split(' ')[1])
const shiftKey = (element: Element, name: string) =>
  act(() => void fireEvent.keyDown(element, { key: name, shiftKey: true }))

test('the ends of the brush are moved by keys, and narrow the log', async () => {
  expect(names()).toEqual(['at_100', 'at_400', 'at_700', 'at_1100'])
  await shiftKey(slider('From'), 'ArrowRight')
  expect(names()).toEqual(['at_400', 'at_700', 'at_1100'])
  await key(slider('To'), 'ArrowLeft')
  expect(names()).toEqual(['at_400', 'at_700'])
  expect(slider('From').getAttribute('aria-valuetext')).toBe('100 ms')
  expect(slider('To').getAttribute('aria-valuetext')).toBe('991 ms')
  expect(screen.getByRole('status').textContent).toContain('2 / 6 exchanges')
})

test('the brush is moved as a whole, as far as there is time', async () => {
  await key(slider('To'), 'Home')
  await shiftKey(slider('To'), 'ArrowRight')
  expect(names()).toEqual(['at_100'])
  await shiftKey(slider('Stretch of time'), 'ArrowRight')
  await shiftKey(slider('Stretch of time'), 'ArrowRight')
  await shiftKey(slider('Stretch of time'), 'ArrowRight')
  expect(names()).toEqual(['at_400'])
  await key(slider('Stretch of time'), 'End')
  expect(names()).toEqual(['at_1100'])
})

test('Escape shows all of the time again', async () => {
  await key(slider('From'), 'End')
  expect(names()).toEqual(['at_1100'])
  await key(slider('From'), 'Escape')
  expect(names()).toHaveLength(4)
  expect(screen.queryByRole('slider', { name: 'Stretch of time' })).toBeNull()
})

test('a brush is drawn by dragging, and a double click takes it away', async () => {
  const strip = screen.getByRole('group', { name: 'Overview' })
  strip.getBoundingClientRect = () => ({ left: 0, width: 1001 }) as DOMRect
  strip.setPointerCapture = () => {}
  const pointer = (type: string, clientX: number) =>
    act(() => void strip.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true })))
  await pointer('pointerdown', 700)
  await pointer('pointermove', 250)
  await pointer('pointerup', 250)
  await pointer('pointermove', 900)
  expect(names()).toEqual(['at_400', 'at_700'])
  expect(document.activeElement, 'Escape would take it away').toBe(slider('To'))
  await act(() => void fireEvent.dblClick(strip))
  expect(names()).toHaveLength(4)
})

test('a stretch in which nothing lies says so, and the filter is reset with it', async () => {
  const first = panel.store.rows.passing.value[0]
  const from = 1_000_000 + (first?.at ?? 0) + 100
  await act(() => {
    panel.store.filter.stretch.value = { from, to: from + 50 }
  })
  expect(panel.container.querySelector('[data-empty=filtered]')?.textContent).toContain(
    '4 exchanges pass words and kinds, and none lies in the stretch of time',
  )
  await click(screen.getByRole('button', { name: 'Reset the filter' }))
  expect(names()).toHaveLength(4)
})

test('without the overview nothing is narrowed by it, and that it is hidden is remembered', async () => {
  const storage = memory()
  const other = showPanel({ storage })
  await other.draw(story())
  await key(screen.getAllByRole('slider', { name: 'From' })[0] as Element, 'End')
  await click(screen.getAllByRole('button', { name: 'Overview' })[0] as Element)
  expect(panel.store.filter.stretch.value).toBeUndefined()
  expect(names()).toHaveLength(4)
  await click(screen.getAllByRole('button', { name: 'Overview' })[1] as Element)
  expect(showPanel({ storage }).store.overview.value).toBe(false)
})

test('another log begins without a stretch of the one before', async () => {
  await key(slider('From'), 'End')
  const { text } = panel.store.recordings.save(story().log)
  await act(() => panel.store.recordings.open('a.jsonl', text))
  expect(names()).toHaveLength(4)
})
