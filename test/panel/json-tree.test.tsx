// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { createConfirmation } from '../../src/panel/store/confirmation.ts'
// Loaded before they are asked for: how long that takes is no matter of these tests.
import '../../src/panel/views/find-bar.tsx'
import '../../src/panel/views/json-menu.ts'
import { JsonTree } from '../../src/panel/views/json-tree.tsx'
import { click, key, useLayout } from './shown-panel.tsx'

useLayout()

const written: string[] = []
beforeEach(() => {
  written.length = 0
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text))
  HTMLElement.prototype.scrollIntoView = () => {}
})

function show(value: unknown) {
  render(<JsonTree label="Received" value={value} confirmation={createConfirmation()} />)
  const tree = screen.getByRole('tree', { name: 'Received' })
  const lines = () =>
    within(tree)
      .getAllByRole('treeitem')
      .map((each) => each.textContent ?? '')
  const item = (start: string) => {
    const items = within(tree).getAllByRole('treeitem')
    const found = items.find((each) => each.textContent?.replace(/^[▾▸▹]/, '').startsWith(start))
    if (!found) throw new Error(`no ${start} among ${lines().join(' | ')}`)
    return found
  }
  return { tree, lines, item }
}
/** ms; a busy machine is no failure. */
const PATIENCE = 110_000
vi.setConfig({ testTimeout: 120_000 })

const focused = () => document.activeElement?.textContent
const press = (name: string) => key(document.activeElement ?? document.body, name)
const pressWith = (init: KeyboardEventInit) => {
  let isOurs = false
  act(() => {
    isOurs = !fireEvent.keyDown(document.activeElement ?? document.body, init)
  })
  return isOurs
}

async function find(text: string) {
  pressWith({ key: 'f', ctrlKey: true })
  const box = await screen.findByRole('searchbox', { name: 'Find in this tree' })
  await act(() => void fireEvent.input(box, { target: { value: text } }))
  const said = () => box.parentElement?.querySelector('[aria-live]')?.textContent
  await vi.waitFor(() => expect(said()).toMatch(/^(\d.*\d\+?|None)$/), PATIENCE)
  const hit = () => document.querySelector('.hit')?.textContent
  await vi.waitFor(() => expect(said() === 'None' || hit() !== undefined).toBe(true), PATIENCE)
  return { box, said, hit }
}

test('only what is open is drawn, and every row says how deep and where it stands', () => {
  const { lines, item } = show({ a: { b: { c: 'x' } }, list: [] })
  expect(lines()).toEqual(['▾{2}', '▾a: {1}', '▸b: {1}', 'list: []'])
  const b = item('b:')
  expect(b.getAttribute('aria-level')).toBe('3')
  expect(b.getAttribute('aria-expanded')).toBe('false')
  expect(item('list:').getAttribute('aria-posinset')).toBe('2')
  expect(item('list:').getAttribute('aria-setsize')).toBe('2')
  expect(item('list:').hasAttribute('aria-expanded')).toBe(false)
})

test('arrows open, close and move', async () => {
  const { item, lines } = show({ a: { b: { c: 'x' } }, list: [] })
  item('{2}').focus()
  await press('ArrowDown')
  await press('ArrowRight')
  expect(focused()).toBe('▸b: {1}')
  await press('ArrowRight')
  await press('ArrowRight')
  expect(focused()).toBe('c: "x"')
  await press('ArrowLeft')
  await press('ArrowLeft')
  expect(focused()).toBe('▸b: {1}')
  await press('End')
  expect(focused()).toBe('list: []')
  await press('Home')
  await press(' ')
  expect(lines()).toEqual(['▸{2}'])
  expect(screen.getByRole('tree').querySelectorAll('[tabindex="0"]')).toHaveLength(1)
})

test('a list of many is drawn a hundred at a time, at every level of its numbers', async () => {
  const { lines, item } = show(Array.from({ length: 25_000 }, (_, n) => n))
  expect(lines()).toEqual(['▾[25,000]', '▸[0 … 9,999]', '▸[10,000 … 19,999]', '▸[20,000 … 24,999]'])
  await click(item('[20,000 …'))
  await click(item('[24,900 …'))
  expect(lines()).toHaveLength(4 + 50 + 100)
  expect(lines().at(-1)).toBe('24999: 24999')
})

test('the value and the path of a row are copied from its menu', async () => {
  const { item } = show({ 'odd name': [{ id: 12345678901234567890n, __proto__: null }], text: 'it "is"' })
  await click(item('0:'))
  await key(item('id:'), 'ContextMenu')
  await click(await screen.findByRole('menuitem', { name: 'Copy path' }))
  await key(item('id:'), 'ContextMenu')
  await click(await screen.findByRole('menuitem', { name: 'Copy value' }))
  expect(written).toEqual(['["odd name"][0].id', '12345678901234567890'])
  expect(document.activeElement).toBe(item('id:'))
})

test('the whole has no path, and its menu says so', async () => {
  const { item } = show({ a: 1 })
  await key(item('{1}'), 'ContextMenu')
  const path = await screen.findByRole('menuitem', { name: /^Copy path/ })
  expect(path.getAttribute('aria-disabled')).toBe('true')
  expect(path.textContent).toBe('Copy path It is the whole, and has no path.')
})

test('Ctrl+C copies the value of the row: a text as it is, everything else as JSON', async () => {
  const { item } = show({ text: 'it "is"', list: [1] })
  item('text:').focus()
  await press('Home')
  await press('ArrowDown')
  expect(pressWith({ key: 'c', ctrlKey: true })).toBe(true)
  await press('ArrowDown')
  pressWith({ key: 'c', metaKey: true })
  await vi.waitFor(() => expect(written).toEqual(['it "is"', '[\n  1\n]']))
})

test('finding opens what hides a hit, goes on to the next and back, and counts them', async () => {
  const { item, lines } = show({ a: { b: { needle: 1 } }, list: [[['a Needle here']]], c: 'hay' })
  item('{3}').focus()
  const { box, said, hit } = await find('needle')
  expect(said()).toBe('1 of 2')
  expect(hit()).toBe('needle: 1')
  await key(box, 'Enter')
  expect(said()).toBe('2 of 2')
  expect(hit()).toBe('0: "a Needle here"')
  await act(() => void fireEvent.keyDown(box, { key: 'Enter', shiftKey: true }))
  expect(hit()).toBe('needle: 1')
  expect(lines()).toContain('0: "a Needle here"')
  await key(box, 'Escape')
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(focused()).toBe('needle: 1')
})

test('the browser keeps its own search where the focus is not in the tree', () => {
  const { tree } = show({ a: 1 })
  let isOurs = true
  act(() => {
    isOurs = !fireEvent.keyDown(tree.parentElement ?? tree, { key: 'f', ctrlKey: true })
  })
  expect(isOurs).toBe(false)
})

test('what is not there is said not to be there', async () => {
  const { item } = show({ a: 1 })
  item('{1}').focus()
  expect((await find('zzz')).said()).toBe('None')
})

test('a hit in the middle of a long list, or of a long text, is drawn with little around it', async () => {
  const list = Array.from({ length: 300_000 }, (_, n) => `row ${n}`)
  const { item, tree } = show({ list, text: `${'x'.repeat(50_000)}needle${'y'.repeat(50_000)}` })
  item('{2}').focus()
  const { box, hit } = await find('row 234567')
  expect(hit()).toBe('234567: "row 234567"')
  expect(within(tree).getAllByRole('treeitem').length).toBeLessThan(400)
  await act(() => void fireEvent.input(box, { target: { value: 'needle' } }))
  await vi.waitFor(() => expect(hit()).toContain('needle'), PATIENCE)
  expect(hit()?.length).toBeLessThan(3_000)
})

test('ten megabytes and a million levels are drawn, found in and copied', async () => {
  const deep = `${'{"a":'.repeat(1_000_000)}"needle"${'}'.repeat(1_000_000)}`
  const { item, lines } = show({ deep: JSON.parse(deep), text: 'x'.repeat(4_000_000) })
  expect(lines().length).toBeLessThan(10)
  item('{2}').focus()
  const { box, hit } = await find('needle')
  expect(hit()).toBe('a: "needle"')
  expect(screen.getByText(/999,99\d levels down/)).toBeTruthy()
  await key(box, 'Escape')
  await key(item('a: "needle"'), 'ContextMenu')
  await click(await screen.findByRole('menuitem', { name: 'Copy path' }))
  expect(written[0]).toHaveLength('deep'.length + 2_000_000)
  await click(screen.getByRole('button', { name: 'Show from the top' }))
  expect(lines()[0]).toBe('▾{2}')
})

test('by hand the tree begins anew where it is too deep to be drawn further in', async () => {
  const { lines, item } = show(JSON.parse('['.repeat(50) + ']'.repeat(50)))
  item('[1]').focus()
  for (let level = 0; level < 34; level++) {
    await press('ArrowRight')
    await press('ArrowRight')
  }
  expect(screen.getByText(/levels down/)).toBeTruthy()
  expect(lines().length).toBeLessThan(40)
})
