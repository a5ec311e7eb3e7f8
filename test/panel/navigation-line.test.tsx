// @vitest-environment happy-dom
/** The line where the tab went to another page, among rows that are sorted, and that are drawn only where they are looked at. */
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { click, type ShownPanel, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const first = (rows: number) => {
  const home = page('first', { origin: 1_000 }).live()
  for (let ref = 1; ref <= rows; ref++) home.event(`add ${ref}`, ref)
  return home
}
const second = () => page('second', { origin: 90_000 }).live().event('save', 1)
const lines = ({ container }: ShownPanel) => [...container.querySelectorAll('.navigation-line')]

async function kept(rows: number): Promise<ShownPanel> {
  const panel = showPanel()
  panel.store.keepLog.value = true
  await panel.draw(first(rows))
  await panel.draw(second())
  return panel
}

test('it stands in the order of time, and nowhere in that of a column', async () => {
  const panel = await kept(2)
  expect(lines(panel)[0]?.textContent).toBe('page left, loaded /second')
  expect(lines(panel)[0]?.getAttribute('title')).toBe('http://127.0.0.1/second')
  expect(panel.rows()).toHaveLength(3)
  await click(screen.getByRole('button', { name: 'Name' }))
  expect(lines(panel)).toEqual([])
  await click(screen.getByRole('button', { name: 'Name' }))
  await click(screen.getByRole('button', { name: 'Name' }))
  expect(lines(panel)).toHaveLength(1)
})

test('it is no row of the grid that a key leads to or a click opens', async () => {
  const panel = await kept(2)
  const [line] = lines(panel)
  await click(line as Element)
  expect(panel.store.selection.row.value).toBeUndefined()
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('4')
})

test('it is drawn only where it is looked at', async () => {
  const panel = await kept(500)
  expect(panel.store.rows.separators.value).toMatchObject([{ place: 500 }])
  expect(panel.rows().length).toBeLessThan(100)
  expect(lines(panel)).toHaveLength(1)
  const grid = screen.getByRole('grid')
  grid.scrollTop = 0
  await act(() => void fireEvent.scroll(grid))
  expect(lines(panel)).toEqual([])
})
