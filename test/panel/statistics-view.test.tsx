// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { histogramWords } from '../../src/panel/views/histogram.tsx'
import { page } from '../language/page.ts'
import { click, key, showPanel, useLayout } from './shown-panel.tsx'

// It draws on a canvas, which this DOM does not have.
vi.mock('../../src/panel/views/chart.tsx', () => ({
  Chart: ({ points }: { points: unknown[] }) => <p>a chart of {points.length} points</p>,
}))
useLayout()

function busy() {
  const story = page().live('shop.Tags')
  for (let ref = 1; ref <= 6; ref++) {
    story.at(ref * 100).event('add', ref)
    story.at(ref * 100 + ref * 10).patch(ref < 4 ? 1 : 0, { ref })
  }
  return story.calls('find', {}, 'shop.api').at(800).answers(500, {}).calls('slow', {}, 'shop.api')
}

async function open() {
  const panel = showPanel()
  await panel.draw(busy())
  await click(screen.getByRole('tab', { name: 'Statistics' }))
  const table = await screen.findByRole('region', { name: 'Figures by name' })
  const lines = () => within(table).getAllByRole('row').slice(1)
  const line = (name: RegExp) => lines().find((row) => name.test(row.textContent ?? '')) as HTMLElement
  return { ...panel, table, lines, line }
}

test('each kind, name and view has a line that says its figures', async () => {
  const { line } = await open()
  expect(line(/dispatch add/).textContent).toBe(
    '⟳dispatch addshop.Tags603 of 6 · 50 %30 ms50 ms60 ms60 ms' +
      histogramWords([0, 0, 0, 0, 1, 3, 2, 0, 0, 0, 0, 0, 0, 0]) +
      '714 B3',
  )
})

test('where there are fewer than five, it says so and gives no percentile', async () => {
  const { line } = await open()
  expect(line(/call find/).textContent).toContain('1 timed, too few to say')
  expect(line(/call find/).textContent).toContain('0 of 1')
  expect(line(/call find/).textContent).not.toContain('%')
  expect(line(/call slow/).textContent).toContain('no time observed')
})

test('the last line sums up', async () => {
  const { lines } = await open()
  expect(lines().at(-1)?.textContent).toMatch(/^All of them81/)
})

test('a click on a header sorts, again the other way, and says so', async () => {
  const { table, lines } = await open()
  const names = () => lines().map((row) => row.querySelector('.name bdi')?.textContent)
  const header = within(table).getByRole('columnheader', { name: 'Name' })
  await click(within(header).getByRole('button'))
  expect(names()).toEqual(['add', 'find', 'slow', undefined])
  expect(header.getAttribute('aria-sort')).toBe('ascending')
  await click(within(header).getByRole('button'))
  expect(names()).toEqual(['slow', 'find', 'add', undefined])
  expect(header.getAttribute('aria-sort')).toBe('descending')
})

test('a line that has no value for a column comes last, whichever way', async () => {
  const { table, lines } = await open()
  const button = within(within(table).getByRole('columnheader', { name: 'Max' })).getByRole('button')
  for (let times = 0; times < 2; times += 1) {
    await click(button)
    expect(lines().at(-2)?.textContent).toContain('slow')
  }
})

test('a click on a line shows its rows in the log, beside what the filter said before', async () => {
  const { store, line, rows } = await open()
  await act(() => {
    store.filter.text.value = 'slower-than:25'
  })
  await click(within(line(/add/)).getByRole('button'))
  expect(screen.getByRole('tab', { selected: true, name: 'Log' })).toBeTruthy()
  expect(store.filter.text.value).toBe('slower-than:25 kind:dispatch name:add view:shop.Tags')
  expect(rows()).toHaveLength(4)
})

test('the tabs are walked with the arrows, and the log stays as it was', async () => {
  const { container } = await open()
  const log = container.querySelector('[role=grid]')
  expect(log?.closest('[inert]')).toBeTruthy()
  await key(screen.getByRole('tab', { name: 'Statistics' }), 'ArrowLeft')
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Log' }))
  expect(screen.queryByRole('region', { name: 'Figures by name' })).toBeNull()
  expect(container.querySelector('[role=grid]')).toBe(log)
  expect(log?.closest('[inert]')).toBeNull()
})

test('what happened when is drawn, said and tabled', async () => {
  await open()
  expect((await screen.findByText(/^a chart of/)).textContent).toMatch(/of \d+ points/)
  expect(screen.getByText(/^Over .* at most/).textContent).toContain('in stretches of')
  expect(screen.getByText('The same as a table')).toBeTruthy()
})

test('where the log shows nothing there is nothing to count', async () => {
  const { store } = await open()
  await act(() => {
    store.filter.text.value = 'zzz'
  })
  expect(screen.getByText(/There is nothing to count/)).toBeTruthy()
})

test('rows that come while it is open are counted', async () => {
  const { lines, facts, tick } = await open()
  const story = busy()
  const from = story.facts.length
  story.event('add', 9)
  await act(() => {
    facts(story, from)
    tick()
  })
  expect(lines().at(-1)?.textContent).toMatch(/^All of them91/)
})
