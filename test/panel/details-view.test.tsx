// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
// Loaded before they are asked for: how long that takes is no matter of these tests.
import '../../src/panel/views/body-view.tsx'
import '../../src/panel/views/overview-more.tsx'
import '../../src/panel/views/patches-tab.tsx'
import '../../src/panel/views/timing-tab.tsx'
import type { Reach } from '../../src/protocol/reach.ts'
import type { Page } from '../language/page.ts'
import { page } from '../language/page.ts'
import { click, key, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

async function detailsOf(name: string, home: Page, deps: Parameters<typeof showPanel>[0] = {}) {
  const panel = showPanel(deps)
  await panel.draw(home)
  await click(panel.rowNamed(name))
  // What stands lower in the overview is fetched with the first of it.
  await act(() => vi.dynamicImportSettled())
  const details = screen.getByRole('complementary', { name: 'Details' })
  const openTab = async (tab: string) => {
    await click(within(details).getByRole('tab', { name: tab }))
    await vi.waitFor(() => {
      const pane = within(details).getByRole('tabpanel', { name: tab })
      expect(pane.children.length).toBeGreaterThan(tab === 'Overview' ? 0 : 1)
    })
  }
  return { ...panel, details, openTab, text: () => details.textContent ?? '' }
}

test('the overview answers in sentences: what, how we know, who asked, what came next', async () => {
  const trigger = { element: 'li[role=option]', event: 'click', certainty: 'same-task' } as const
  const home = page()
    .live()
    .dispatches('add_tag', trigger)
    .sends({ type: 'event', event: 'add_tag', params: { id: 31 }, ref: 12 }, trigger)
    .patch(3, { ref: 12 })
    .dom(5)
    .at(900)
    .patch(1, { source: 'broadcast' })
    .dom(1)
  const { text, details } = await detailsOf('add_tag', home)
  expect(within(details).getByRole('heading', { level: 2 }).textContent).toBe('◆ Re-rendered because of this')
  expect(text()).toContain('3 patches touched 5 nodes')
  expect(text()).toContain("the reply carries this event's ref 12")
  expect(text()).toContain('li[role=option] · click → add_tag(id=31)')
  expect(text()).toMatch(/Next re-render \+\d+ ms: push broadcast/)
})

test('a call says that it re-rendered nothing, and a failed one says why', async () => {
  const home = page()
    .calls('save', { a: 1 })
    .answers(403, { error: 'permission_denied', message: 'Not yours' })
  const { text } = await detailsOf('save', home)
  expect(text()).toContain('No re-render because of this')
  expect(text()).toContain('HTTP 403 permission_denied Not yours')
})

test('the next re-render leads to its row', async () => {
  const home = page()
    .live()
    .calls('save')
    .answers(200, { result: 1 })
    .patch(1, { source: 'broadcast' })
    .dom(1)
  const { details, rowNamed } = await detailsOf('save', home)
  await click(within(details).getByRole('button', { name: 'push broadcast' }))
  expect(rowNamed('broadcast').getAttribute('aria-selected')).toBe('true')
})

test('only tabs that have something to show are there, and the chosen one is kept from row to row', async () => {
  const home = page().live().event('add', 1).patch(1, { ref: 1 }).calls('save').answers(200, { result: 1 })
  const { details, openTab, rowNamed } = await detailsOf('add', home)
  const tabs = () =>
    within(details)
      .getAllByRole('tab')
      .map((tab) => tab.textContent)
  expect(tabs()).toEqual(['Overview', 'Why', 'Payload', 'Response', 'Patches', 'Timing'])
  await openTab('Patches')
  await click(rowNamed('save'))
  expect(tabs()).toEqual(['Overview', 'Payload', 'Response', 'Timing'])
  expect(within(details).getByRole('tab', { selected: true }).textContent).toBe('Overview')
  await click(rowNamed('add'))
  expect(within(details).getByRole('tab', { selected: true }).textContent).toBe('Patches')
})

test('arrows move along the tabs', async () => {
  const { details } = await detailsOf('add', page().live().event('add', 1))
  const selected = () => within(details).getByRole('tab', { selected: true })
  await key(selected(), 'ArrowRight')
  expect(selected().textContent).toBe('Payload')
  expect(document.activeElement).toBe(selected())
  await key(selected(), 'ArrowLeft')
  await key(selected(), 'ArrowLeft')
  expect(selected().textContent).toBe('Timing')
})

test('a payload that was cut says how much of it there is', async () => {
  const body = {
    text: '{"type":"patch","ref":1,',
    bytes: 10_000_000,
    cut: true as const,
    outline: { type: 'patch', ref: 1, patches: 1 },
  }
  const { openTab, text } = await detailsOf('add', page().live().event('add', 1).hears(body))
  await openTab('Response')
  expect(text()).toContain('cut at 24 B of 10.0 MB')
})

test('what no reader knows is shown as such', async () => {
  const home = page()
    .live()
    .event('add', 1)
    .hears({ type: 'patch', ref: 1, patches: [{ type: 'Teleport', path: [] }] })
  const { openTab, text, rowNamed } = await detailsOf('add', home)
  expect(rowNamed('add').textContent).toContain('unknown Teleport')
  expect(text()).toContain('This reader does not know Teleport.')
  await openTab('Patches')
  expect(text()).toContain('Teleport unknown')
})

test('a patch that is none stands in the list as it came, and hides none of the others', async () => {
  const patches = [{ type: 'SetText', path: [0], text: 'first' }, { type: { toString: 1 } }, 'nonsense']
  const home = page().live().event('add', 1).hears({ type: 'patch', ref: 1, patches })
  const { openTab, details } = await detailsOf('add', home)
  await openTab('Patches')
  const [, ...rows] = within(details).getAllByRole('row')
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'SetTextroot › 0"first"',
    'not a patch djust knows{"type":{"toString":1}}',
    'not a patch djust knows"nonsense"',
  ])
})

test('patches that were cut away are said to be cut, not left out', async () => {
  const body = { text: '{"type":"patch","re', bytes: 90_000, cut: true as const }
  const home = page()
    .live()
    .event('add', 1)
    .hears({ ...body, outline: { type: 'patch', ref: 1, patches: 700 } })
  const { openTab, text } = await detailsOf('add', home)
  await openTab('Patches')
  expect(text()).toContain('700 patches on the wire')
  expect(text()).toContain('The answer was cut')
})

test('phases that nobody saw are shown as not observed', async () => {
  const { details, openTab } = await detailsOf('get', page().calls('get').answers(200, { result: 1 }))
  await openTab('Timing')
  const painted = within(details).getByRole('row', { name: /painted/ })
  expect(painted.textContent).toBe('paintednot observed')
})

test('a moment that no calendar has is told without a clock', async () => {
  const home = page().live().at(1e300).event('add', 1).at(1.1e300).patch(1, { ref: 1 })
  const { openTab, text } = await detailsOf('add', home)
  await openTab('Timing')
  expect(text()).toContain('Began1.2e+292 d after its document')
  expect(text()).not.toMatch(/Invalid|NaN|Infinity/)
})

test('the waterfall says when each phase began, the server’s share of the wait, and the total', async () => {
  const home = page().at(100).live().at(200).event('add', 1)
  const { openTab, details } = await detailsOf(
    'add',
    home
      .at(240)
      .patch(1, { ref: 1, timing: { render: 10 } })
      .at(250)
      .done(),
  )
  await openTab('Timing')
  const table = within(details).getByRole('table', { name: 'Waterfall' })
  const rows = within(table)
    .getAllByRole('row')
    .map((row) =>
      [...row.children]
        .map((cell) => cell.textContent)
        .filter(Boolean)
        .join(' '),
    )
  expect(rows).toContain('server + network +0.0 ms 40.0 ms')
  expect(rows).toContain('of which server 25 % 10.0 ms')
  expect(rows).toContain('applied +40.0 ms 10.0 ms')
  expect(rows).toContain('queued not observed')
  expect(rows.at(-1)).toBe('Total 50.0 ms')
})

test('a patch says what it replaced, and one that changes nothing is marked', async () => {
  const set = (text: string) => [{ type: 'SetText', path: [0], d: '7', text }]
  const home = page()
    .live()
    .event('first', 1)
    .hears({ type: 'patch', ref: 1, patches: set('1 tag') })
  home.event('again', 2).hears({ type: 'patch', ref: 2, patches: [...set('1 tag')] })
  const { openTab, details } = await detailsOf('again', home)
  await openTab('Patches')
  const [, row] = within(details).getAllByRole('row')
  expect(row?.textContent).toBe('SetText[dj-id="7"]"1 tag" → "1 tag" no-op')
})

describe('the node that a patch names', () => {
  const home = () =>
    page()
      .live()
      .event('go', 1)
      .hears({
        type: 'patch',
        ref: 1,
        patches: [
          { type: 'SetText', path: [0], d: '7', text: 'x' },
          { type: 'SetText', path: [1], text: 'y' },
        ],
      })
  const reachOf = (found: number) => {
    const asked: string[] = []
    const inspect: Reach['inspect'] = async (_, selector) => {
      asked.push(selector)
      return { ok: true, value: found }
    }
    return { asked, deps: { reach: { inspects: 'all frames', inspect } as Reach } }
  }

  test('is a link to it in the inspector; one that only a path leads to is none', async () => {
    const { asked, deps } = reachOf(1)
    const { openTab, details } = await detailsOf('go', home(), deps)
    await openTab('Patches')
    const link = within(details).getByRole('button', { name: '[dj-id="7"]' })
    expect(within(details).queryByRole('button', { name: /root/ })).toBeNull()
    await click(link)
    expect(asked).toEqual(['[dj-id="7"],[data-dj-id="7"]'])
  })

  test('says when it is no longer there', async () => {
    const { deps } = reachOf(0)
    const { openTab, details, store } = await detailsOf('go', home(), deps)
    await openTab('Patches')
    await click(within(details).getByRole('button', { name: '[dj-id="7"]' }))
    await vi.waitUntil(() => store.confirmation.said.value)
    expect(store.confirmation.said.value?.text).toBe('There is nothing of this node on the page any more.')
  })

  test('is no link where the browser cannot show it, and says why', async () => {
    const { openTab, details, store } = await detailsOf('go', home(), reachOf(1).deps)
    const { text } = store.recordings.save(store.log.value)
    await act(() => store.recordings.open('kept.jsonl', text))
    await openTab('Patches')
    expect(within(details).getByText('[dj-id="7"]').closest('[title]')?.getAttribute('title')).toContain(
      'A recording has no page',
    )
  })
})
