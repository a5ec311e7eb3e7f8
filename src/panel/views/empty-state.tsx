/** What stands where rows would be: why there are none, and what to do about it. */
import '../css/empty.css'
import type { ComponentChildren } from 'preact'
import { formatMany } from '../../core/numbers.ts'
import type { Emptiness } from '../store/emptiness.ts'
import type { Store } from '../store/store.ts'
import { filteredSentence } from './hidden-sentences.ts'
import { pausedSentence } from './paused-sentence.ts'

export function EmptyState({ store }: { store: Store }) {
  const why = store.emptiness.value
  if (!why) return null
  return (
    <div class="empty" data-empty={why}>
      {reason(why, store)}
      {SHOWS_SYSTEM.has(why) && <ShowSystem store={store} />}
      {SHOWS_DEMO.has(why) && (
        <p class="demo">
          To see one at work, run <code>npm start</code> in the djust-devtools folder, then open{' '}
          <code>http://127.0.0.1:4400</code>
        </p>
      )}
    </div>
  )
}

/** System rows are what is left to look at where nothing else is. */
const SHOWS_SYSTEM: ReadonlySet<Emptiness> = new Set([
  'quiet',
  'filtered',
  'paused',
  'resumed',
  'cleared',
  'empty-recording',
])

function ShowSystem({ store: { filter, rows } }: { store: Store }) {
  const { value: hasWords } = filter.hasWords
  const passing = rows.present.value.filter((row) => row.kind === 'system' && hasWords(row)).length
  if (passing === 0) return null
  return (
    <button type="button" class="action" onClick={() => filter.toggleSystem()}>
      Show {formatMany(passing, 'system row', 'system rows')}
    </button>
  )
}

const SHOWS_DEMO: ReadonlySet<Emptiness> = new Set([
  'no-djust',
  'alone',
  'unwatched',
  'withheld',
  'forbidden',
])

function reason(why: Emptiness, { filter, session, rows }: Store): ComponentChildren {
  // Where nothing is narrowed and nothing is seen, system rows are all that can be present.
  const onlySystem = rows.present.value.length > 0 && 'Only system rows'
  const origin = <bdi>{session.watch.value?.origin || 'The origin of this page'}</bdi>
  switch (why) {
    case 'no-djust':
      return (
        <>
          <h2>No djust here yet</h2>
          <p>
            Load or use a page that runs djust; every call and dispatch of it will be a row here. If it was
            already open when the extension was installed, reload it.
          </p>
        </>
      )
    case 'quiet':
      return (
        <>
          <h2>djust is here, and quiet</h2>
          <p>Use the page: each call and each dispatch will be a row.</p>
        </>
      )
    case 'filtered':
      return (
        <>
          <h2>Everything is filtered out</h2>
          <p>{filteredSentence(rows.present.value, rows.passing.value.length, filter)}</p>
          <button type="button" class="action" onClick={() => filter.reset()}>
            Reset the filter
          </button>
        </>
      )
    case 'paused':
      return (
        <>
          <h2>Recording is paused</h2>
          <p>What the page does now is not shown here. {pausedSentence(rows.paused.value)}</p>
          <button type="button" class="action" onClick={() => session.record(true)}>
            Record
          </button>
        </>
      )
    case 'resumed':
      return (
        <>
          <h2>{onlySystem || 'Nothing'} since recording went on</h2>
          <p>{pausedSentence(rows.paused.value)}</p>
          <p>Use the page: each call and each dispatch will be a row.</p>
        </>
      )
    case 'cleared':
      return (
        <>
          <h2>{onlySystem || 'Nothing'} since the log was cleared</h2>
          <p>Use the page: each call and each dispatch will be a row.</p>
        </>
      )
    case 'unwatched':
      return (
        <>
          <h2>This origin is not watched</h2>
          <p>
            {origin} is not watched. Click the djust toolbar button and choose <b>Watch this origin</b>, then
            reload the page.
          </p>
        </>
      )
    case 'withheld':
      return (
        <>
          <h2>The browser withholds this host</h2>
          <p>
            {origin} is a local host, but the browser does not let the extension in. Click the djust toolbar
            button and choose <b>Watch this origin</b>, then reload the page.
          </p>
        </>
      )
    case 'forbidden':
      return (
        <>
          <h2>No extension may enter this page</h2>
          <p>It belongs to the browser. Open a web page that runs djust.</p>
        </>
      )
    case 'gone':
      return <Gone />
    case 'alone':
      return (
        <>
          <h2>No page to watch</h2>
          <p>This panel stands by itself. Open a recording with the arrow above, or drop one here.</p>
        </>
      )
    case 'empty-recording':
      return (
        <>
          <h2>This recording holds {onlySystem ? 'only system rows' : 'no exchanges'}</h2>
          <p>
            {onlySystem
              ? 'No call, dispatch, push or navigation happened while it was made, or none could be read.'
              : 'Nothing of djust happened while it was made, or nothing of it could be read.'}
          </p>
        </>
      )
  }
}

function Gone() {
  return (
    <>
      <h2>The extension was updated</h2>
      <p>Close and reopen DevTools.</p>
    </>
  )
}
