// @vitest-environment happy-dom
/** While the filter still asks rows, the log shows what it has found, and says that there may be more. */
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { showPanel, useLayout } from './shown-panel.tsx'

useLayout()

test('what is found first is shown at once, counted with a plus, and exact in the end', async () => {
  let resting: (() => void)[] = []
  let clock = 0
  const now = () => {
    clock += 100
    return clock
  }
  const rest = () => new Promise<void>((resolve) => void resting.push(resolve))
  const go = () =>
    act(async () => {
      const due = resting
      resting = []
      for (const resolve of due) resolve()
      await Promise.resolve()
      await Promise.resolve()
    })
  const { draw, store, container, rowNamed } = showPanel({ slicing: { now, rest } })
  const home = page().live()
  for (let n = 0; n < 400; n++) home.event(n % 2 ? `odd_${n}` : `even_${n}`, n)
  await draw(home)
  while (store.rows.isCounting.value) await go()
  const grid = screen.getByRole('grid')
  const said = () => container.querySelector('.summary b')?.textContent
  expect([grid.getAttribute('aria-rowcount'), said()]).toEqual(['401', '400'])
  await act(() => store.selection.select(store.rows.visible.value[1]?.id ?? ''))
  await act(() => store.selection.openDetails())
  grid.scrollTop = 27 + 400 * 21 - 500
  await act(() => void fireEvent.scroll(grid))
  await act(() => {
    store.filter.text.value = 'name:odd_*'
  })
  expect([grid.getAttribute('aria-rowcount'), said()]).toEqual(['-1', expect.stringMatching(/^\d+\+$/)])
  expect(rowNamed('odd_399').getAttribute('data-kind')).toBe('dispatch')
  // The row whose details are open is asked first, wherever it stands.
  expect(store.selection.open.value).toBe(true)
  while (store.rows.isCounting.value) await go()
  expect([grid.getAttribute('aria-rowcount'), said()]).toEqual(['201', '200'])
})

test('nothing says that the filter hides everything before every row was asked', async () => {
  const resting: (() => void)[] = []
  let clock = 0
  const now = () => {
    clock += 100
    return clock
  }
  const { draw, store } = showPanel({
    slicing: { now, rest: () => new Promise<void>((resolve) => void resting.push(resolve)) },
  })
  const home = page().live()
  for (let n = 0; n < 200; n++) home.event(`event_${n}`, n)
  await draw(home)
  await act(() => {
    store.filter.text.value = 'name:nothing'
  })
  expect(store.emptiness.value).toBeUndefined()
  while (store.rows.isCounting.value) await act(() => resting.shift()?.())
  expect(store.emptiness.value).toBe('filtered')
})
