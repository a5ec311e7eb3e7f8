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
    style.transform,
  ])

test('the rows on screen are drawn, and eight beyond either edge', async () => {
  const { draw, container } = showPanel()
  await draw(many(1000))
  await scrollTo(100 * 21 + 5)
  const rows = drawn(container)
  // The first row of all is where Tab leads.
  expect(rows[0]).toEqual([0, 'translateY(0px)'])
  expect(rows[1]).toEqual([92, 'translateY(1932px)'])
  expect(rows.at(-1)?.[0]).toBe(100 + Math.ceil((500 - 27) / 21) + 8)
})

test('rows that stay on screen are not drawn again when others are scrolled in', async () => {
  const { draw } = showPanel()
  await draw(many(1000))
  await scrollTo(100 * 21)
  const textOf = vi.spyOn(statusColumn, 'textOf')
  await scrollTo(103 * 21)
  expect(textOf.mock.calls.map(([{ name }]) => name)).toEqual(
    [0, 1, 2].map((at) => `event_${100 + Math.ceil((500 - 27) / 21) + 9 + at}`),
  )
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
