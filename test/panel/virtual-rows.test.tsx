// @vitest-environment happy-dom
/** Which rows are in the DOM; every window is 500 px high, of which the header takes 27. */
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { statusColumn } from '../../src/core/columns/status.ts'
import { page } from '../language/page.ts'
import { showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const many = (count: number) => {
  const home = page().live()
  for (let n = 0; n < count; n++) home.event(`event_${n}`, n)
  return home
}

function scrollTo(scrollTop: number): Promise<void> {
  const grid = screen.getByRole('grid')
  grid.scrollTop = scrollTop
  return act(() => void fireEvent.scroll(grid))
}

const drawn = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('[data-kind]')].map(({ dataset, style }) => [
    Number(dataset['name']?.replace('event_', '')),
    style.top,
  ])

const last = (first: number) => first + Math.ceil((500 - 27) / 21)

test('the rows on screen are drawn, and more beyond the edge that is scrolled to than beyond the other', async () => {
  const { draw, container } = showPanel()
  await draw(many(1000))
  await scrollTo(0)
  await scrollTo(100 * 21 + 5)
  const downward = drawn(container)
  // The first row of all is where Tab leads.
  expect(downward[0]).toEqual([0, '0px'])
  expect(downward[1]).toEqual([96, '2016px'])
  expect(downward.at(-1)?.[0]).toBe(last(100) + 16)
  await scrollTo(90 * 21)
  const upward = drawn(container)
  expect(upward[1]?.[0]).toBe(74)
  expect(upward.at(-1)?.[0]).toBe(last(90) + 4)
})

test('rows that stay on screen are not drawn again when others are scrolled in', async () => {
  const { draw } = showPanel()
  await draw(many(1000))
  await scrollTo(99 * 21)
  await scrollTo(100 * 21)
  const textOf = vi.spyOn(statusColumn, 'textOf')
  await scrollTo(103 * 21)
  expect(textOf.mock.calls.map(([{ name }]) => name)).toEqual(
    [1, 2, 3].map((at) => `event_${last(100) + 16 + at}`),
  )
})

test('of the rows that a filter finds, those on screen are drawn first', async () => {
  const { draw, container, store } = showPanel()
  await draw(many(1000))
  await scrollTo(0)
  await scrollTo(21)
  const counts: number[] = []
  const observer = new MutationObserver(() => counts.push(drawn(container).length))
  observer.observe(container, { childList: true, subtree: true })
  // Not within act, which shows nothing before all is done.
  store.filter.text.value = 'name:event_9*'
  await vi.waitFor(() => expect(drawn(container).every(([n]) => String(n).startsWith('9'))).toBe(true))
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1 + last(1) + 16))
  observer.disconnect()
  expect(counts).toContain(1 + last(1))
})

test('the row that holds the focus stays in the DOM on either side', async () => {
  const { draw, container, store, rowNamed } = showPanel()
  await draw(many(1000))
  await act(() => store.selection.select(store.rows.visible.value[500]?.id ?? ''))
  const row = rowNamed('event_500')
  row.focus()
  await scrollTo(0)
  expect(drawn(container).at(-1)?.[0]).toBe(500)
  await scrollTo(18_000)
  expect(drawn(container)[0]?.[0]).toBe(500)
  expect(document.activeElement).toBe(row)
})

test('rows are drawn where a filter left fewer than there are above the edge', async () => {
  const { draw, container, store } = showPanel()
  await draw(many(1000))
  Object.defineProperty(screen.getByRole('grid'), 'scrollHeight', { value: 27 + 1000 * 21 })
  await scrollTo(900 * 21)
  await act(() => {
    store.filter.text.value = 'event_99'
  })
  expect(drawn(container).map(([n]) => n)).toEqual([99, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999])
})
