// @vitest-environment happy-dom
/** What goes on in the page while it is switched on, and stops with the switch. */
import { act, screen } from '@testing-library/preact'
import { beforeAll, expect, test } from 'vitest'
import type { Flash, Reach, TrackEntry } from '../../src/protocol/reach.ts'
import { page } from '../language/page.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()
beforeAll(() =>
  Promise.all([
    import('../../src/panel/store/flash-rerenders.ts'),
    import('../../src/panel/store/write-tracks.ts'),
  ]),
)

function switched() {
  const flashes: Flash[] = []
  const entries: TrackEntry[] = []
  const origins: number[] = []
  const reach: Pick<Reach, 'overlay' | 'measure'> = {
    overlay: async (_, order) => {
      if (order.draw === 'flashes') flashes.push(...order.flashes)
      return { ok: true, value: [] }
    },
    measure: async (_, origin, some) => {
      origins.push(origin)
      entries.push(...some)
      return { ok: true, value: some.length }
    },
  }
  const panel = showPanel({ reach: reach as Reach })
  const wait = (ms: number) => act(() => new Promise<void>((done) => setTimeout(done, ms)))
  const press = async (name: string) => {
    // The switches come along a little later than the panel.
    await click(await screen.findByRole('button', { name }))
    await wait(0)
  }
  const words = () => flashes.map(({ cause, selector }) => `${cause} ${selector.split(',')[0]}`)
  return { ...panel, press, wait, words, entries, origins }
}

const live = () => page().live()
const patch = (id: string, fields: object = {}) => ({
  type: 'patch',
  version: 2,
  patches: [{ type: 'SetText', path: [0], d: id, text: 'x' }],
  ...fields,
})

test('every re-render from then on flashes once, by its cause, and none from before', async () => {
  const { draw, press, words } = switched()
  const home = live()
    .event('add', 1)
    .hears(patch('a', { ref: 1 }))
    .dom(1)
  await draw(home)
  await press('Flash re-renders')
  await draw(home.paints().event('next', 2))
  await draw(home.hears(patch('b', { ref: 2 })))
  expect(words()).toEqual([])
  await draw(home.dom(1))
  await draw(
    home
      .paints()
      .hears(patch('c', { source: 'tick' }))
      .dom(2),
  )
  expect(words()).toEqual(['dispatch [dj-id="b"]', 'push [dj-id="c"]'])
})

test('what was asked before and is answered after flashes, too, and is written', async () => {
  const { draw, press, wait, words, entries } = switched()
  const home = live()
    .event('done', 1)
    .hears(patch('a', { ref: 1 }))
    .dom(1)
    .event('late', 2)
  await draw(home)
  await press('Flash re-renders')
  await press('Show in Performance panel')
  await draw(
    home
      .hears(patch('b', { ref: 2 }))
      .dom(1)
      .paints(),
  )
  await wait(600)
  expect(words()).toEqual(['dispatch [dj-id="b"]'])
  expect(entries.map(({ name }) => name)).toEqual(['dispatch late', 're-render by dispatch late'])
})

test('what changed nothing does not flash', async () => {
  const { draw, press, words } = switched()
  await draw(live())
  await press('Flash re-renders')
  await draw(
    live().calls('search').answers(200, { result: [] }).event('add', 1).hears({ type: 'noop', ref: 1 }),
  )
  expect(words()).toEqual([])
})

test('switched off, nothing flashes and nothing is written any more', async () => {
  const { draw, press, wait, words, entries } = switched()
  await draw(live())
  for (const name of ['Flash re-renders', 'Show in Performance panel']) {
    await press(name)
    expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true')
    await press(name)
  }
  await draw(
    live()
      .event('add', 1)
      .hears(patch('a', { ref: 1 }))
      .dom(1),
  )
  await wait(500)
  expect([words(), entries]).toEqual([[], []])
})

test('what was answered is written once, on the clock of its own document', async () => {
  const { draw, press, wait, entries, origins } = switched()
  const home = live()
  await draw(home)
  await press('Show in Performance panel')
  await draw(
    home
      .at(500)
      .event('add', 1)
      .at(520)
      .hears(patch('a', { ref: 1 }))
      .dom(1)
      .at(530)
      .paints(),
  )
  await wait(600)
  await draw(home.calls('later'))
  await wait(600)
  expect(entries.map(({ track, name, start, end }) => `${track}: ${name} ${start}–${end}`)).toEqual([
    'Dispatches: dispatch add 500–520',
    'Re-renders: re-render by dispatch add 520–530',
  ])
  expect(origins).toEqual([1_000_000])
})

test('a panel that is joined to no page has nothing to switch', () => {
  showPanel()
  expect(screen.queryByRole('button', { name: 'Flash re-renders' })).toBeNull()
})
