// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { click, key, keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const tutorial = () =>
  page()
    .live('issues.New')
    .calls('search_tags', { q: 'py' })
    .answers(200, { result: [] })
    .event('add_tag', 1)
    .patch(3, { ref: 1 })
    .dom(5)

const many = (count: number) => {
  const home = page().live()
  for (let n = 0; n < count; n++) home.event(`event_${n}`, n)
  return home
}

test('each row carries what the contract for tests promises', async () => {
  const { draw, rows, rowNamed } = showPanel()
  await draw(tutorial())
  expect(screen.getByRole('grid', { name: 'Log' })).toBeTruthy()
  expect(rows()).toEqual(['call search_tags ok none', 'dispatch add_tag ok patched'])
  const row = rowNamed('add_tag')
  expect(row.dataset).toMatchObject({ patches: '3', transport: 'ws' })
  expect(row.getAttribute('aria-rowindex')).toBe('3')
  expect(row.getAttribute('aria-selected')).toBe('false')
  expect(row.textContent).toContain('◆ 3 patches · 5 nodes')
  // A narrow cell cuts them.
  expect(row.querySelector('.re-render')?.getAttribute('title')).toMatch(
    /^◆ 3 patches · 5 nodes\n.+\(proved\)$/,
  )
  expect(row.querySelector('.name')?.getAttribute('title')).toMatch(/^add_tag\n/)
})

test('100,000 rows put few into the DOM and all into the count', async () => {
  const { draw, container } = showPanel()
  await draw(many(100_000))
  expect(container.querySelectorAll('[data-kind]').length).toBeLessThan(60)
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001')
  expect(screen.getByRole('status').textContent).toContain('100,000 dispatches')
})

test('text from the page is only ever text', async () => {
  const { draw, container } = showPanel()
  const name = '<img src=x onerror=alert(1)>\u202Egnp.exe'
  await draw(page().live('<b>view</b>').event(name, 1).hears({ type: 'error', ref: 1, error: '<i>no</i>' }))
  await click(container.querySelector('[data-kind]') as Element)
  expect(container.querySelectorAll('img, b > *, i:not([style])')).toHaveLength(0)
  expect(container.querySelector('.name bdi')?.textContent).toBe(name)
})

test('the view stays at the end only where it was there', async () => {
  const { draw, facts, tick } = showPanel()
  const home = many(50)
  await draw(home)
  const grid = screen.getByRole('grid')
  const end = (rows: number) => 27 + rows * 21 - 500
  const add = () => {
    home.event('more', 99)
    return act(() => {
      facts(home)
      tick()
    })
  }
  grid.scrollTop = end(50)
  fireEvent.scroll(grid)
  await add()
  expect(grid.scrollTop).toBe(end(51))
  grid.scrollTop = 300
  fireEvent.scroll(grid)
  await add()
  expect(grid.scrollTop).toBe(300)
})

test('the whole log is used by keyboard: down, details, back to the row', async () => {
  const { draw, rowNamed, container } = showPanel()
  await draw(tutorial())
  const first = rowNamed('search_tags')
  expect([...container.querySelectorAll('[data-kind][tabindex="0"]')]).toEqual([first])
  first.focus()
  await key(first, 'ArrowDown')
  const second = rowNamed('add_tag')
  expect(document.activeElement).toBe(second)
  expect(second.getAttribute('aria-selected')).toBe('true')
  expect(screen.queryByRole('complementary')).toBeNull()
  await keysAct()
  await key(second, 'Enter')
  const tab = screen.getByRole('tab', { name: 'Overview' })
  expect(document.activeElement).toBe(tab)
  await key(tab, 'Escape')
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(document.activeElement).toBe(rowNamed('add_tag'))
})

test('Home selects a row that has the focus already, and Enter opens the one that has it', async () => {
  const { draw, rowNamed, store } = showPanel()
  await draw(tutorial())
  const first = rowNamed('search_tags')
  first.focus()
  await key(first, 'ArrowUp')
  expect(store.selection.row.value?.name).toBe('search_tags')
  await key(rowNamed('add_tag'), 'Enter')
  expect(screen.getByRole('complementary')).toBeTruthy()
  expect(store.selection.row.value?.name).toBe('add_tag')
})

test('Enter leads into details that are open already, and Space opens them from the log', async () => {
  const { draw, rowNamed } = showPanel()
  await draw(tutorial())
  const row = rowNamed('search_tags')
  row.focus()
  await key(row, ' ')
  expect(screen.getByRole('complementary')).toBeTruthy()
  expect(document.activeElement).toBe(row)
  await key(row, 'Enter')
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Overview' }))
})

describe('when the room for the rows shrinks', () => {
  const ROW = 21
  const HEADER = 27
  const resized: (() => void)[] = []
  beforeEach(() => {
    const Real = globalThis.ResizeObserver
    vi.stubGlobal(
      'ResizeObserver',
      class extends Real {
        constructor(hear: ResizeObserverCallback) {
          super(hear)
          resized.push(() => hear([], this))
        }
      },
    )
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    resized.length = 0
  })

  async function shrunk(selected: string | undefined, scrollTop: number) {
    const panel = showPanel()
    await panel.draw(many(100))
    const grid = screen.getByRole('grid')
    Object.defineProperty(grid, 'scrollHeight', { value: HEADER + 100 * ROW, configurable: true })
    grid.scrollTop = scrollTop
    fireEvent.scroll(grid)
    const row = panel.store.rows.visible.value.find(({ name }) => name === selected)
    if (row) await act(() => panel.store.selection.select(row.id))
    Object.defineProperty(grid, 'clientHeight', { value: 200, configurable: true })
    await act(() => {
      for (const hear of resized) hear()
    })
    return grid
  }

  test('the selected row stays on screen', async () => {
    const grid = await shrunk('event_15', 0)
    expect(grid.scrollTop).toBe(HEADER + 16 * ROW - 200)
  })

  test('a log that was at its end stays there', async () => {
    const grid = await shrunk(undefined, HEADER + 100 * ROW - 500)
    expect(grid.scrollTop).toBe(HEADER + 100 * ROW)
  })

  test('a log that was read in its middle stays where it is', async () => {
    expect((await shrunk(undefined, 300)).scrollTop).toBe(300)
  })

  test('a log at its end stays there when rows came in the frame in which it shrinks', async () => {
    const panel = showPanel()
    await panel.draw(many(100))
    const grid = screen.getByRole('grid')
    Object.defineProperty(grid, 'scrollHeight', { value: HEADER + 100 * ROW })
    grid.scrollTop = HEADER + 100 * ROW - 500
    fireEvent.scroll(grid)
    Object.defineProperty(grid, 'clientHeight', { value: 200 })
    // What the rows have scrolled is told before anybody is told of the new size.
    fireEvent.scroll(grid)
    await act(() => {
      for (const hear of resized) hear()
    })
    expect(grid.scrollTop).toBe(HEADER + 100 * ROW)
  })

  test('a log follows its end when it shrinks in the same moment in which rows come', async () => {
    const { draw } = showPanel()
    await draw(many(0))
    const grid = screen.getByRole('grid')
    Object.defineProperty(grid, 'clientHeight', { value: 461 })
    await draw(many(100))
    expect(grid.scrollTop).toBe(HEADER + 100 * ROW - 461)
  })
})

test('a row selected from elsewhere is brought on screen', async () => {
  const { draw, store } = showPanel()
  await draw(many(100))
  const grid = screen.getByRole('grid')
  grid.scrollTop = 0
  await act(() => store.selection.select(store.rows.visible.value[80]?.id ?? ''))
  expect(grid.scrollTop).toBe(27 + 81 * 21 - 500)
})

test('End leads to a row that was not drawn before', async () => {
  const { draw, rowNamed } = showPanel()
  await draw(many(5_000))
  const grid = screen.getByRole('grid')
  await key(grid, 'Home')
  await key(grid, 'End')
  expect(document.activeElement).toBe(rowNamed('event_4999'))
})
