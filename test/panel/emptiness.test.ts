import { expect, test } from 'vitest'
import type { Emptiness } from '../../src/panel/store/emptiness.ts'
import { page } from '../language/page.ts'
import { type Setup, setup } from './fake-page.ts'

const watch = (state: 'watched' | 'unwatched' | 'withheld' | 'forbidden') => (panel: Setup) =>
  panel.hear({ hear: 'watch', watch: { state, origin: 'http://site' } })

const reasons: [string, Emptiness | undefined, (panel: Setup) => void][] = [
  ['a watched page without djust', 'no-djust', watch('watched')],
  ['a page that nobody asked to watch', 'unwatched', watch('unwatched')],
  ['a local host that the browser withholds', 'withheld', watch('withheld')],
  ['a page of the browser', 'forbidden', watch('forbidden')],
  ['a page with djust and system rows only', 'quiet', ({ show }) => show(page().live())],
  ['a page that says it has djust, before any row', 'quiet', ({ hello }) => hello(page())],
  ['a page without djust that said hello', 'no-djust', ({ hello }) => hello(page(), { sighted: false })],
  ['a pause', 'paused', ({ store }) => store.session.record(false)],
  [
    'a log that was cleared',
    'cleared',
    ({ show, store }) => {
      show(page().live())
      store.session.clear()
    },
  ],
  [
    'a pause that hides all there is',
    'paused',
    ({ store, hello, facts, tick }) => {
      store.session.record(false)
      const home = page().live().event('add', 1)
      hello(home)
      facts(home)
      tick()
    },
  ],
  [
    'all there is having come in a pause that is over',
    'resumed',
    ({ store, hello, facts, tick }) => {
      store.session.record(false)
      const home = page().live().event('add', 1)
      hello(home)
      facts(home)
      tick()
      store.session.record(true)
    },
  ],
  [
    'system rows, and all others having come in a pause that is over',
    'resumed',
    ({ store, show, facts, tick }) => {
      const home = page().live()
      show(home)
      store.session.record(false)
      facts(home.event('add', 1))
      tick()
      store.session.record(true)
    },
  ],
  [
    'a clearing after a pause',
    'cleared',
    ({ store, facts, show, tick }) => {
      const home = page().live()
      show(home)
      store.session.record(false)
      facts(home.event('add', 1))
      tick()
      store.session.record(true)
      store.session.clear()
    },
  ],
  [
    'system rows since the clearing',
    'cleared',
    ({ show, facts, tick, store }) => {
      const home = page().live().event('add', 1)
      show(home)
      store.session.clear()
      facts(home.sends({ type: 'ping' }))
      tick()
    },
  ],
  [
    'a filter that nothing passes',
    'filtered',
    ({ show, store }) => {
      show(page().live().event('add', 1))
      store.filter.text.value = 'nothing like it'
    },
  ],
  ['an extension that was replaced', 'gone', ({ gone }) => gone.abort()],
  ['a log with rows', undefined, ({ show }) => show(page().live().event('add', 1))],
  [
    'rows of before the extension was replaced',
    undefined,
    ({ show, gone }) => {
      show(page().live().event('add', 1))
      gone.abort()
    },
  ],
]

test.each(reasons)('%s: %s', (_, why, arrange) => {
  const panel = setup()
  arrange(panel)
  expect(panel.store.emptiness.value).toBe(why)
})

test('a plain page that is joined to nothing says so', () => {
  expect(setup({ line: undefined }).store.emptiness.value).toBe('alone')
})

test('a recording of system rows only is not called quiet, for nothing more can come', async () => {
  const { store, show } = setup()
  show(page().live())
  await store.recordings.open('then.jsonl', store.recordings.save(store.log.value).text)
  expect(store.emptiness.value).toBe('empty-recording')
})
