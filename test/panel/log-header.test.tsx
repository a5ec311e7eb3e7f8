// @vitest-environment happy-dom
/** The header of the log: sorting, the menu of the columns, edges and keys. */
import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { memory } from './fake-page.ts'
import { click, key, type ShownPanel, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

let panel: ShownPanel
beforeEach(async () => {
  panel = showPanel()
  await panel.draw(
    page()
      .live()
      .at(100)
      .event('slow', 1)
      .at(500)
      .patch(1, { ref: 1 })
      .at(600)
      .event('fast', 2)
      .at(620)
      .patch(5, { ref: 2 })
      .at(700)
      .event('waiting', 3),
  )
})

const header = (name: string) => screen.getByRole('columnheader', { name })
const button = (name: string) => screen.getByRole('button', { name })
const titles = () => screen.getAllByRole('columnheader').map((each) => each.getAttribute('aria-label'))
const names = () => panel.rows().map((row) => row.split(' ')[1])
const item = (name: string) => screen.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}`) })

async function openMenu(on?: string): Promise<void> {
  if (on === undefined) await click(button('Columns'))
  else await act(() => void fireEvent.contextMenu(header(on), { clientX: 5, clientY: 5 }))
  await waitFor(() => screen.getByRole('menu', { name: 'Columns' }))
}

test('a header sorts ascending, descending, and by time again', async () => {
  await click(button('Time'))
  expect(names()).toEqual(['fast', 'slow', 'waiting'])
  expect(header('Time').getAttribute('aria-sort')).toBe('ascending')
  expect(header('Time').textContent).toContain('▲')
  await click(button('Time'))
  expect(names()).toEqual(['slow', 'fast', 'waiting'])
  expect(header('Time').getAttribute('aria-sort')).toBe('descending')
  await click(button('Time'))
  expect(names()).toEqual(['slow', 'fast', 'waiting'])
  expect(header('Time').hasAttribute('aria-sort')).toBe(false)
})

test('keys go from row to row as the log is sorted', async () => {
  await click(button('Time'))
  await key(screen.getByRole('grid'), 'Home')
  expect(document.activeElement).toBe(panel.rowNamed('fast'))
  await key(panel.rowNamed('fast'), 'ArrowDown')
  expect(document.activeElement).toBe(panel.rowNamed('slow'))
})

test('Tab leads to one header and its edge; arrows lead on, and the row keys stay with the rows', async () => {
  button('Name').focus()
  await key(button('Name'), 'ArrowRight')
  expect(document.activeElement).toBe(button('View'))
  const stops = [...panel.container.querySelectorAll('.header [tabindex="0"]')]
  expect(stops).toEqual([button('View'), screen.getByRole('separator', { name: 'Width of View' })])
  await key(button('View'), 'End')
  expect(document.activeElement).toBe(button('Waterfall'))
  expect(panel.store.selection.row.value).toBeUndefined()
  await key(button('Waterfall'), 'Enter')
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('the menu shows and hides columns, and stays open for the next', async () => {
  await openMenu()
  expect(item('View').getAttribute('aria-checked')).toBe('true')
  await click(item('View'))
  await click(item('Trigger'))
  expect(item('View').getAttribute('aria-checked')).toBe('false')
  expect(titles().slice(0, 3)).toEqual(['Name', 'Trigger', 'Status'])
  await click(item('Name'))
  expect(titles()).toContain('Name')
  expect(item('Name').getAttribute('aria-disabled')).toBe('true')
})

test('the menu of a header moves its column, and gives the focus back', async () => {
  await openMenu('Status')
  await click(screen.getByRole('menuitem', { name: 'Move left' }))
  expect(titles().slice(0, 3)).toEqual(['Name', 'Status', 'View'])
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button('Status'))
  await openMenu('Status')
  await click(screen.getByRole('menuitem', { name: 'Move right' }))
  expect(titles().slice(0, 3)).toEqual(['Name', 'View', 'Status'])
  await openMenu('Name')
  expect(screen.queryByRole('menuitem', { name: 'Move left' })).toBeNull()
})

test('the menu is used by keyboard: round, to the ends, by letter, and away', async () => {
  await openMenu()
  const menu = screen.getByRole('menu')
  expect(document.activeElement).toBe(item('Kind'))
  await key(menu, 'ArrowUp')
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Reset columns' }))
  await key(menu, 'ArrowDown')
  expect(document.activeElement).toBe(item('Kind'))
  await key(menu, 'w')
  expect(document.activeElement).toBe(item('Waterfall'))
  await key(menu, 'Escape')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button('Columns'))
})

test('several letters typed in a row are one word', async () => {
  await openMenu()
  const focused = () => document.activeElement?.firstChild?.textContent
  await key(screen.getByRole('menu'), 's')
  expect(focused()).toBe('Status')
  await key(screen.getByRole('menu'), 'e')
  expect(focused()).toBe('Sent')
})

test('a second click on its button closes the menu', async () => {
  await openMenu()
  expect(button('Columns').getAttribute('aria-expanded')).toBe('true')
  await act(() => button('Columns').focus())
  await click(button('Columns'))
  await waitFor(() => expect(button('Columns').getAttribute('aria-expanded')).toBe('false'))
  expect(screen.queryByRole('menu')).toBeNull()
})

test('Shift+Space on a header keeps no row', async () => {
  await act(() => void fireEvent.keyDown(button('Name'), { key: ' ', shiftKey: true }))
  expect(panel.store.selection.kept.value).toBeUndefined()
})

test('a click elsewhere closes the menu', async () => {
  await openMenu()
  // A browser takes the focus to what is clicked, or nowhere.
  await act(() => (document.activeElement as HTMLElement).blur())
  expect(screen.queryByRole('menu')).toBeNull()
})

test('an edge is moved by keys, and Enter gives the default width back', async () => {
  const edge = () => screen.getByRole('separator', { name: 'Width of Name' })
  const width = () => Number(edge().getAttribute('aria-valuenow'))
  // What resizes is fetched when an edge is first moved.
  const press = async (name: string) => {
    await key(edge(), name)
    await act(() => vi.dynamicImportSettled())
  }
  expect(width()).toBe(200)
  await press('ArrowRight')
  expect(width()).toBe(208)
  expect(panel.store.columns.chosen.value[1]).toMatchObject({ id: 'view', width: 122 })
  await press('Enter')
  expect(width()).toBe(200)
  await press('ArrowLeft')
  expect(width()).toBe(192)
  await act(() => void fireEvent.dblClick(edge()))
  await act(() => vi.dynamicImportSettled())
  expect(width()).toBe(200)
  expect(panel.store.selection.row.value).toBeUndefined()
})

test('a header that is dragged puts its column where it is dropped, and that is no click', async () => {
  for (const [at, each] of screen.getAllByRole('columnheader').entries())
    each.getBoundingClientRect = () => ({ left: at * 100, width: 100 }) as DOMRect
  const handle = button('Time')
  let isHeld = false
  handle.setPointerCapture = () => {
    isHeld = true
  }
  handle.hasPointerCapture = () => isHeld
  const pointer = (type: string, clientX: number) => {
    if (type === 'pointerup') isHeld = false
    return act(async () => {
      handle.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true }))
      if (type === 'pointerdown') await vi.dynamicImportSettled()
    })
  }
  await pointer('pointerdown', 720)
  await pointer('pointermove', 130)
  expect(header('View').classList.contains('target')).toBe(true)
  await pointer('pointerup', 130)
  await click(handle)
  expect(titles().slice(0, 3)).toEqual(['Name', 'Time', 'View'])
  expect(panel.container.querySelectorAll('.target, [aria-sort]')).toHaveLength(0)
  await pointer('pointerdown', 120)
  await pointer('pointermove', 800)
  let isLeft = true
  await act(() => {
    isLeft = fireEvent.keyDown(handle, { key: 'Escape' })
  })
  expect(isLeft, 'open details stay open, and DevTools their drawer closed').toBe(false)
  await pointer('pointerup', 800)
  expect(titles().slice(0, 3)).toEqual(['Name', 'Time', 'View'])
  const down = pointer('pointerdown', 120)
  isHeld = false
  await down
  await pointer('pointermove', 800)
  expect(panel.container.querySelectorAll('.target'), 'let go at once, it follows nobody').toHaveLength(0)
})

test('beside the details the menu still says what is chosen', async () => {
  await click(panel.rowNamed('fast'))
  await openMenu()
  expect(item('View').getAttribute('aria-checked')).toBe('true')
  expect(item('Trigger').getAttribute('aria-checked')).toBe('false')
})

test('beside the details only the name is drawn, with its verdict', async () => {
  await click(panel.rowNamed('fast'))
  expect(titles()).toEqual(['Name', 'More columns'])
  expect(panel.rowNamed('fast').textContent).toContain('◆ 5 patches')
})

test('columns and their order are there when the panel opens again', async () => {
  const storage = memory()
  const before = showPanel({ storage })
  await act(() => before.store.columns.move('time', 'name'))
  const after = showPanel({ storage })
  const [first] = after.container.querySelectorAll('[role=columnheader]')
  expect(first?.getAttribute('aria-label')).toBe('Time')
})

test('the menu leads back to the order in which rows began, also where no header shows another', async () => {
  await openMenu()
  expect(screen.queryByRole('menuitem', { name: 'Reset sorting' })).toBeNull()
  await key(screen.getByRole('menu'), 'Escape')
  await click(button('Time'))
  await openMenu()
  await click(item('Time'))
  expect(names()).toEqual(['fast', 'slow', 'waiting'])
  await click(screen.getByRole('menuitem', { name: 'Reset sorting' }))
  expect(names()).toEqual(['slow', 'fast', 'waiting'])
  expect(panel.store.order.sort.value).toBeNull()
})
