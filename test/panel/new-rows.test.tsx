// @vitest-environment happy-dom
/** Rows that come while a person reads: they flash, they wait below, and they move nothing. */
import { act, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Page, page } from '../language/page.ts'
import { click, type ShownPanel, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const ROW = 21
const HEADER = 27

const many = (count: number, doc = 'doc') => {
  const home = page(doc).live()
  for (let n = 0; n < count; n++) home.event(`event_${n}`, n)
  return home
}

let panel: ShownPanel
let home: Page
beforeEach(async () => {
  vi.useFakeTimers()
  panel = showPanel()
  home = many(100)
  await panel.draw(home)
  const grid = screen.getByRole('grid')
  Object.defineProperty(grid, 'scrollHeight', {
    get: () => HEADER + panel.store.rows.visible.value.length * ROW,
  })
  await scrollTo(HEADER + 100 * ROW - 500)
})
afterEach(() => vi.useRealTimers())

function scrollTo(scrollTop: number): Promise<void> {
  const grid = screen.getByRole('grid')
  grid.scrollTop = scrollTop
  return act(() => void fireEvent.scroll(grid))
}

const add = (...names: string[]) =>
  act(() => {
    for (const name of names) home.event(name, 900)
    panel.facts(home)
    panel.tick()
  })
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
const button = () => screen.queryByRole('button', { name: /new$/ })
const spoken = () => panel.container.querySelector('.unseen[aria-live]')?.textContent

describe('where the end is not on screen', () => {
  beforeEach(() => scrollTo(10 * ROW))

  test('new rows move nothing, and a button says how many there are and leads there', async () => {
    await add('one', 'two')
    expect(screen.getByRole('grid').scrollTop).toBe(10 * ROW)
    expect(button()?.textContent).toBe('↓ 2 new')
    await click(button() as Element)
    expect(screen.getByRole('grid').scrollTop).toBe(HEADER + 102 * ROW - 500)
    expect(button()).toBeNull()
    await add('three')
    expect(button()).toBeNull()
  })

  test('rows that the filter hides are not announced', async () => {
    await act(() => {
      panel.store.filter.text.value = '-two'
    })
    await add('one', 'two')
    expect(button()?.textContent).toBe('↓ 1 new')
  })

  test('they are spoken of at most every five seconds', async () => {
    await add('one')
    expect(spoken()).toBe('1 new row below')
    await add('two', 'three')
    expect(spoken()).toBe('1 new row below')
    await wait(5000)
    expect(spoken()).toBe('3 new rows below')
  })

  test('rows that come above those on screen do not push them away', async () => {
    const early = page('early', { frame: 1, origin: 1000 }).calls('before')
    await act(() => panel.show(early))
    expect(panel.store.rows.visible.value[0]?.name).toBe('before')
    expect(screen.getByRole('grid').scrollTop).toBe(11 * ROW)
  })

  test('in the order of a column nothing waits below', async () => {
    await click(screen.getByRole('button', { name: 'Name' }))
    await scrollTo(10 * ROW)
    await add('one')
    expect(button()).toBeNull()
  })

  test('sorting leads to the top, and time order back to the end', async () => {
    const sort = () => click(screen.getByRole('button', { name: 'Name' }))
    await sort()
    expect(screen.getByRole('grid').scrollTop).toBe(0)
    await sort()
    await sort()
    expect(screen.getByRole('grid').scrollTop).toBe(HEADER + 100 * ROW - 500)
  })

  test('a recording that is opened is not new', async () => {
    await add('one')
    const { text } = panel.store.recordings.save(many(150, 'other').log)
    await act(() => panel.store.recordings.open('a.jsonl', text))
    expect(button()).toBeNull()
  })
})

test('a row flashes when it comes, and not when it is scrolled to', async () => {
  expect(panel.container.querySelectorAll('.fresh')).toHaveLength(0)
  await wait(1500)
  await add('one')
  expect([...panel.container.querySelectorAll('.fresh')]).toEqual([panel.rowNamed('one')])
  await wait(1500)
  await scrollTo(0)
  await scrollTo(HEADER + 101 * ROW - 500)
  expect(panel.rowNamed('one').classList.contains('fresh')).toBe(false)
})
