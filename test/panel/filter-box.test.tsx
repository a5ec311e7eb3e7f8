// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { click, key, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const home = () =>
  page()
    .live('shop.Cart')
    .event('add tag', 1)
    .patch(2, { ref: 1 })
    .event('add tag', 2)
    .calls('get', { q: 'py' })
    .answers(200, {})

async function shown(told = home()) {
  const panel = showPanel()
  await panel.draw(told)
  // What lists completions is fetched with the box.
  await act(() => vi.dynamicImportSettled())
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Filter' })
  box.focus()
  const type = (value: string) => act(() => void fireEvent.input(box, { target: { value } }))
  const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)
  const active = () => {
    const id = box.getAttribute('aria-activedescendant')
    const option = id === null ? null : document.getElementById(id)
    expect(option?.getAttribute('aria-selected') ?? null).toBe(option ? 'true' : null)
    return option?.querySelector('.value')?.textContent
  }
  return { ...panel, box, type, options, active, press: (name: string) => key(box, name) }
}

test('keys and then values are completed with Tab or Enter, and the log follows', async () => {
  const { box, type, press, options, active, rows } = await shown()
  expect(box.getAttribute('aria-expanded')).toBe('false')
  await type('-na')
  expect(box.getAttribute('aria-expanded')).toBe('true')
  expect(options()).toEqual(['namethe Name column; * for anything'])
  expect(active()).toBe('name')
  await press('Tab')
  expect(box.value).toBe('-name:')
  expect(options()).toEqual(['add tag2 rows', 'get1 row'])
  expect(active()).toBeUndefined()
  expect(rows()).toHaveLength(3)
  await press('ArrowDown')
  await press('Enter')
  expect(box.value).toBe('-name:"add tag"')
  expect(box.selectionStart).toBe(box.value.length)
  expect(box.getAttribute('aria-expanded')).toBe('false')
  expect(rows()).toEqual(['call get ok none'])
})

test('what the chips hide is not offered', async () => {
  const { store, type, options } = await shown()
  await act(() => store.filter.choose('call', 'only'))
  await type('name:')
  expect(options()).toEqual(['get1 row'])
  await act(() => store.filter.toggleSystem())
  await type('name:m')
  expect(options()).toEqual(['mount1 row'])
})

test('the arrows go round', async () => {
  const { press, active, options, box } = await shown()
  await press('ArrowDown')
  expect(options().length).toBeGreaterThan(10)
  expect(active()).toBe('kind')
  await press('ArrowUp')
  expect(active()).toBe('result.')
  await press('ArrowDown')
  expect(active()).toBe('kind')
  await press('Escape')
  await press('ArrowUp')
  expect(active()).toBe('result.')
  expect(document.activeElement).toBe(box)
})

test('where nothing is chosen, Tab leaves and Enter does nothing', async () => {
  const { box, type, press } = await shown()
  await type('kind:')
  expect(fireEvent.keyDown(box, { key: 'Tab' })).toBe(true)
  expect(fireEvent.keyDown(box, { key: 'Tab', shiftKey: true })).toBe(true)
  await press('Enter')
  expect(box.value).toBe('kind:')
})

test('Escape closes the list, a second one clears the box, and a third is not ours', async () => {
  const { box, type, press, rows } = await shown()
  await type('name:g')
  expect(rows()).toEqual([])
  await press('Escape')
  expect(box.value).toBe('name:g')
  expect(screen.queryByRole('option')).toBeNull()
  await press('Escape')
  expect(box.value).toBe('')
  expect(rows()).toHaveLength(3)
  expect(fireEvent.keyDown(box, { key: 'Escape' })).toBe(true)
})

test('a key that composes text, or has a modifier, is not for the list', async () => {
  const { box, type } = await shown()
  await type('na')
  for (const fields of [{ isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])
    expect(fireEvent.keyDown(box, { key: 'Enter', ...fields })).toBe(true)
  expect(box.value).toBe('na')
})

test('a click takes, and the box keeps the focus', async () => {
  const { box, type } = await shown()
  await type('kind:')
  const option = screen.getByRole('option', { name: /^dispatch/ })
  expect(fireEvent.mouseDown(option), 'the focus stays where it is').toBe(false)
  await click(option)
  expect(box.value).toBe('kind:dispatch')
  expect(document.activeElement).toBe(box)
})

test('the list goes when the box loses the focus, and comes for where the caret is', async () => {
  const { box, type, options } = await shown()
  await type('kind:call na')
  expect(options()[0]).toContain('name')
  box.setSelectionRange(5, 5)
  await act(() => void fireEvent.keyUp(box, { key: 'ArrowLeft' }))
  expect(options()[0]).toBe('dispatchthe page sent an event to a live view2 rows')
  await act(() => void fireEvent.blur(box))
  expect(options()).toEqual([])
})

test('what cannot be read is said below the box in words, politely, and mended with a click', async () => {
  const { box, type, container, rows } = await shown()
  const live = container.querySelector('[aria-live=polite]')
  expect(box.getAttribute('aria-invalid')).toBe('false')
  await type('knd:call')
  // What says it is fetched when there is something to say.
  await act(() => vi.dynamicImportSettled())
  expect(live?.textContent).toContain(
    '“knd:call”: this is no key; did you mean “kind”? It is looked for as text.',
  )
  expect(box.getAttribute('aria-invalid')).toBe('true')
  expect(box.getAttribute('aria-describedby')).toBe(live?.id)
  expect(rows()).toEqual([])
  await click(screen.getByRole('button', { name: 'Use kind' }))
  expect(box.value).toBe('kind:call')
  expect(live?.textContent).toBe('')
  expect(rows()).toEqual(['call get ok none'])
})

test('what is on its way to be right is no problem yet', async () => {
  const { type, press, container } = await shown()
  const says = () => container.querySelector('[aria-live=polite]')?.textContent
  await type('is:rer')
  expect(says()).toBe('')
  await press('Escape')
  expect(says()).toContain('did you mean “rerender”?')
  await type('knd:x is:rer')
  expect(says()).toContain('knd:x')
  expect(says()).not.toContain('rerender')
})

test('many problems are counted', async () => {
  const { type, container } = await shown()
  await type('a1:x b1:x c1:x d1:x e1:x ')
  const says = container.querySelector('[aria-live=polite]')
  expect(says?.querySelectorAll('p')).toHaveLength(4)
  expect(says?.textContent).toContain('And 2 more.')
})

test('the box is cleared by a button that is there while it has text', async () => {
  const { box, type, rows } = await shown()
  const button = () => screen.queryByRole('button', { name: 'Clear the filter' })
  expect(button()).toBeNull()
  await type('zzz')
  await click(button() as Element)
  expect(box.value).toBe('')
  expect(rows()).toHaveLength(3)
  expect(document.activeElement).toBe(box)
})

test('names that the page chose are only ever text', async () => {
  const name = '<img src=x onerror=alert(1)>\u202egnp'
  const { container, press, type, box } = await shown(page().live().event(name, 1))
  await type('name:')
  expect(container.querySelector('.completions .value')?.textContent).toBe(name)
  await press('ArrowDown')
  await press('Enter')
  expect(box.value).toBe(`name:"${name}"`)
  expect(container.querySelector('img')).toBeNull()
  await type(`knd:"${name}"`)
  expect(container.querySelector('img')).toBeNull()
})

test('typing a key asks the rows nothing until it has a value', async () => {
  const { store, type } = await shown()
  await type('add')
  const { value: words } = store.filter.hasWords
  await type('add kind:')
  expect(store.filter.hasWords.value).toBe(words)
  expect(store.filter.narrowed.value).toBe(true)
  await type('kind:')
  expect(store.filter.narrowed.value).toBe(false)
  await type('add kind:call')
  expect(store.filter.hasWords.value).not.toBe(words)
})
