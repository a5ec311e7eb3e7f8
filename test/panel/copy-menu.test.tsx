// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
// Loaded before it is asked for: how long that takes is no matter of these tests.
import '../../src/panel/views/row-menu.ts'
import { page } from '../language/page.ts'
import { click, key, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const written: string[] = []
beforeEach(() => {
  written.length = 0
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text))
})
afterEach(() => vi.useRealTimers())

const home = () =>
  page()
    .live('issues.New')
    .calls('save', { q: 'py', password: '‹password#1›' }, 'issues.new')
    .answers(200, { result: [] })
    .event('add_tag', 1)
    .patch(3, { ref: 1 })

const said = () => document.querySelector('.confirmation[aria-live=polite]')?.textContent

async function menuOf(name: string) {
  const panel = showPanel()
  await panel.draw(home())
  const row = panel.rowNamed(name)
  row.focus()
  await key(row, 'ContextMenu')
  const menu = await screen.findByRole('menu')
  const item = (title: string) =>
    within(menu).getByRole('menuitem', { name: (name) => name.startsWith(title) })
  return { ...panel, row, menu, item, focused: () => document.activeElement?.firstChild?.textContent }
}

test('a row is copied in every format of core, with variables where secrets were', async () => {
  const { item, menu, row } = await menuOf('save')
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((each) => each.firstChild?.textContent),
  ).toEqual(
    expect.arrayContaining([
      'djust.call',
      'djust.handleEvent',
      'fetch',
      'cURL (bash)',
      'JSON',
      'pytest',
      'Playwright test',
    ]),
  )
  await click(item('djust.call'))
  expect(written[0]).toContain('await djust.call("issues.new", "save", { q: "py", password: password })')
  expect(written[0]).not.toContain('‹')
  await vi.waitFor(() => expect(said()).toBe('Copied as djust.call'))
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(row)
})

test('a format that does not suit the row says why, and copies nothing', async () => {
  const { item } = await menuOf('add_tag')
  const call = item('djust.call')
  expect(call.getAttribute('aria-disabled')).toBe('true')
  expect(call.textContent).toBe('djust.call It is a dispatch; copy it as djust.handleEvent instead.')
  await click(call)
  expect(written).toEqual([])
  expect(screen.getByRole('menu')).toBeTruthy()
})

test('a right click selects the row, opens its menu and not the browser’s', async () => {
  const { draw, rowNamed } = showPanel()
  await draw(home())
  const row = rowNamed('add_tag')
  let isOurs = false
  await act(() => {
    isOurs = !fireEvent.contextMenu(row, { clientX: 40, clientY: 60 })
  })
  expect(isOurs).toBe(true)
  expect(await screen.findByRole('menu', { name: 'Actions for add_tag' })).toBeTruthy()
  expect(row.getAttribute('aria-selected')).toBe('true')
})

test('arrows, Home, End and letters move through the menu; Escape gives the focus back to the row', async () => {
  const { menu, row, focused } = await menuOf('save')
  const press = (name: string) => key(document.activeElement ?? menu, name)
  expect(focused()).toBe('djust.call')
  await press('ArrowDown')
  expect(focused()).toBe('djust.handleEvent')
  await press('End')
  expect(focused()).not.toBe('djust.handleEvent')
  await press('ArrowDown')
  expect(focused()).toBe('djust.call')
  await press('p')
  expect(focused()).toBe('pytest')
  await press('l')
  expect(focused()).toBe('Playwright test')
  await press('Escape')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(row)
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('a menu closes when the focus goes elsewhere, and leaves it there', async () => {
  await menuOf('save')
  const elsewhere = screen.getByRole('combobox', { name: 'Filter' })
  await act(() => elsewhere.focus())
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(elsewhere)
})

test('the details have the same menu behind a button, which says whether it is open', async () => {
  const { draw, rowNamed } = showPanel()
  await draw(home())
  await click(rowNamed('save'))
  const button = within(screen.getByRole('complementary')).getByRole('button', { name: /^Copy/ })
  await key(button, 'ArrowDown')
  const menu = await screen.findByRole('menu', { name: 'Copy save' })
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await act(() => void fireEvent.keyDown(document.activeElement ?? menu, { key: 'Escape' }))
  expect(document.activeElement).toBe(button)
  await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'))
  expect(screen.getByRole('complementary')).toBeTruthy()
})

test('the confirmation goes away, and a browser that refuses is believed', async () => {
  const { item } = await menuOf('save')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  document.execCommand = () => false
  await click(item('JSON'))
  for (let turn = 0; turn < 3; turn++) await act(async () => void (await vi.advanceTimersByTimeAsync(0)))
  expect(said()).toBe('The browser did not let us copy.')
  await act(() => void vi.advanceTimersByTime(10_000))
  expect(said()).toBe('')
})
