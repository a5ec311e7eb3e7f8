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
