// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
// Loaded before they are asked for: how long that takes is no matter of these tests.
import '../../src/panel/views/compare-tab.tsx'
import '../../src/panel/views/row-menu.ts'
import { page } from '../language/page.ts'
import { click, key, keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const searches = () =>
  page()
    .live()
    .calls('search', { q: 'py', page: 1, sort: 'new' })
    .answers(200, {
      result: [
        { id: 1, name: 'python' },
        { id: 2, name: 'pypy' },
      ],
    })
    .calls('save', { q: 'py' })
    .answers(200, { result: 1 })
    .at(900)
    .calls('search', { q: 'pyt', sort: 'new', exact: true })
    .answers(429, { error: 'rate_limited', message: 'Slow down' })

async function shown() {
  const panel = showPanel()
  await panel.draw(searches())
  const named = (name: string) => panel.container.querySelectorAll<HTMLElement>(`[data-name=${name}]`)
  const [first, second] = named('search')
  if (!first || !second) throw new Error('two searches')
  const tabs = () =>
    within(screen.getByRole('tablist', { name: 'Details of' }))
      .getAllByRole('tab')
      .map((tab) => tab.textContent)
  const table = async (name: string) =>
    within(await screen.findByRole('table', { name }))
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        [...row.children]
          .map((cell) => cell.textContent)
          .join(' | ')
          .trim(),
      )
  return { ...panel, first, second, tabs, table }
}
const selected = (container: Element) =>
  [...container.querySelectorAll('[data-kind][aria-selected=true] .name')].map((cell) => {
    // Beside the details it says the verdict too.
    const verdict = cell.querySelector('.verdict')?.textContent ?? ''
    return cell.textContent?.slice(0, -verdict.length || undefined)
  })

test('there is a tab to compare in only where there is something to compare with', async () => {
  const { first, second, tabs } = await shown()
  await click(first)
  expect(tabs()).not.toContain('Compare')
  await click(second)
  expect(tabs()).toContain('Compare')
})

test('what was sent stands beside what was sent before: added, removed, changed, and the rest folded', async () => {
  const { second, table } = await shown()
  await click(second)
  await click(screen.getByRole('tab', { name: 'Compare' }))
  expect(await table('What differs in what was sent')).toEqual([
    '| params | 3 differences in it',
    '→ changed | q | "py" | "pyt"',
    '+ added | exact |  | true',
    '− removed | page | 1 |',
    '= same |  | 1 unchanged',
  ])
  await click(screen.getByRole('button', { name: '1 unchanged' }))
  expect(screen.getByRole('tree', { name: 'Unchanged' }).textContent).toContain('sort: "new"')
})

test('what it cost and did stands beside the other in words', async () => {
  const { second, table } = await shown()
  await click(second)
  await click(screen.getByRole('tab', { name: 'Compare' }))
  const glance = await table('At a glance')
  expect(glance).toContain('→ changed | Status | 200 | 429')
  expect(glance).toContain('= same | Name | search | search')
  expect(screen.getByRole('tabpanel', { name: 'Compare' }).textContent).toContain(
    'Compared with search, the one before: 895 ms earlier.',
  )
})

test('Ctrl-click keeps a second row, marks both, and compares them in the order of time', async () => {
  const { first, rowNamed, container, store } = await shown()
  await click(first)
  await act(() => void fireEvent.click(rowNamed('save'), { ctrlKey: true }))
  expect(screen.getByRole('grid').getAttribute('aria-multiselectable')).toBe('true')
  expect(selected(container)).toEqual(['→call search', '→call save ⇄ compared with'])
  expect(store.selection.row.value?.name).toBe('search')
  expect((await screen.findByRole('tabpanel', { name: 'Compare' })).textContent).toMatch(
    /Compared with save, which you chose: \d+ ms later/,
  )
  await click(screen.getByRole('button', { name: 'Compare with the one before instead' }))
  expect(selected(container)).toEqual(['→call search'])
})

test('Shift+Space keeps a row by keyboard; the next one that is selected is compared with it', async () => {
  const { first, container, tabs } = await shown()
  await click(first)
  await act(() => void fireEvent.keyDown(first, { key: ' ', shiftKey: true }))
  expect(selected(container)).toEqual(['→call search ⇄ to compare with'])
  expect(tabs()).not.toContain('Compare')
  await key(first, 'ArrowDown')
  expect(selected(container)).toEqual(['→call search ⇄ compared with', '→call save'])
  expect(document.activeElement?.getAttribute('data-name')).toBe('save')
  expect(tabs()).toContain('Compare')
  await act(() => void fireEvent.keyDown(first, { key: ' ', shiftKey: true }))
  expect(selected(container)).toEqual(['→call save'])
})

test('Escape gives the focus back to the selected row, not to the kept one', async () => {
  const { first, second } = await shown()
  await click(second)
  await act(() => void fireEvent.click(first, { metaKey: true }))
  const tab = screen.getByRole('tab', { name: 'Compare', selected: true })
  tab.focus()
  await keysAct()
  await key(tab, 'Escape')
  expect(document.activeElement).toBe(second)
})

test('the menu of a row compares it with the one before, or says that there is none', async () => {
  const { first, second } = await shown()
  await key(first, 'ContextMenu')
  const none = await screen.findByRole('menuitem', { name: /^Compare with the one before/ })
  expect(none.getAttribute('aria-disabled')).toBe('true')
  await key(none, 'Escape')
  await key(second, 'ContextMenu')
  await click(await screen.findByRole('menuitem', { name: 'Compare with the one before' }))
  expect(screen.getByRole('tab', { name: 'Compare', selected: true })).toBeTruthy()
})

test('payloads that were cut, or are no JSON, say that they cannot be told apart', async () => {
  const home = page().live()
  for (const text of ['{"type":"pat', '{"type":"patch'])
    home.event('add').hears({ text, bytes: 900, cut: true, outline: { type: 'patch', event_name: 'add' } })
  const { draw, container } = showPanel()
  await draw(home)
  const row = [...container.querySelectorAll('[data-name=add]')].at(-1)
  await click(row as Element)
  await click(screen.getByRole('tab', { name: 'Compare' }))
  expect((await screen.findByText(/was cut when it was copied/)).className).toBe('notice')
})
