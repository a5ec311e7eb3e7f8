/** Joins the slices to one store. Knows no browser: everything from outside comes through its deps. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf, type Log, rowsOf } from '../../core/log.ts'
import type { Line } from '../../protocol/line.ts'
import type { Reach } from '../../protocol/reach.ts'
import type { PanelHears, PanelSays } from '../../protocol/switchboard.ts'
import type { Advice } from './advice.ts'
import type { Shelf } from './baselines.ts'
import { type Columns, createColumns } from './columns.ts'
import type { Comparing } from './comparing.ts'
import { type Confirmation, createConfirmation } from './confirmation.ts'
import { type Emptiness, whyEmpty } from './emptiness.ts'
import { createFilter, type Filter } from './filter.ts'
import type { Host, Keys } from './keys.ts'
import { createLineStanding, type LineStanding } from './line-standing.ts'
import { createLiveLog } from './live-log.ts'
import { createNewcomers, type Newcomers } from './newcomers.ts'
import { createNotices, type Notices } from './notices.ts'
import { createOrder, type Order } from './order.ts'
import { createPointer, type Pointer } from './pointer.ts'
import { createPreferences, type Preferences } from './preferences.ts'
import { createRecordings, type Recordings } from './recordings.ts'
import { createRows, type Rows } from './rows.ts'
import { createSelection, type Selection } from './selection.ts'
import { createSession, type Session } from './session.ts'
import { asBoolean, asNumber, type Store as Storage, setting } from './settings.ts'
import type { Slicing } from './take-in-slices.ts'
import { createTheme, type Theme, type ThemeSource } from './theme.ts'

export interface StoreDeps {
  /** Undefined for a plain page that is joined to nothing and only opens recordings. */
  line: Line<PanelSays, PanelHears> | undefined
  /** What can be done in the page beside listening to it; undefined where nothing can. */
  reach?: Reach | undefined
  /** Aborted when the line is gone for good: the extension was replaced. */
  gone: AbortSignal
  /** Epoch ms. */
  now(): number
  schedule(work: () => void): void
  /** Absent where nobody waits for a frame. */
  slicing?: Pick<Slicing, 'now' | 'rest'>
  storage: Storage
  theme: ThemeSource
  host: Host
  /** Whose words the panel speaks, and the recording's note of where it was made. */
  browser: { family: 'chrome' | 'firefox'; userAgent: string }
  /** Shows a place in the browser's own sources, line from 1; absent where the browser does not let us. */
  openSource?: (url: string, line: number) => void
  /** The page that shows a recording by itself, without one. */
  template(): Promise<string>
  /** Where baselines are kept. */
  shelf(): Promise<Shelf>
}

/** What is to be seen of the log: its rows, what they come to, what could be better, or what is another thing than before. */
export type View = 'log' | 'statistics' | 'advice' | 'baselines'

export interface Store
  extends Pick<StoreDeps, 'browser' | 'template' | 'host' | 'storage' | 'shelf' | 'now'> {
  openSource: StoreDeps['openSource'] | undefined
  pointer: Pointer
  /** Undefined where nothing can be done in the page. */
  reach: Reach | undefined
  /** What is shown: the opened recording, or the live log. */
  log: ReadonlySignal<Log>
  session: Session
  rows: Rows
  order: Order
  columns: Columns
  newcomers: Newcomers
  /** Undefined until it is fetched, once there are rows. */
  advice: Signal<Advice | undefined>
  /** Undefined until the view of it is first shown. */
  comparing: Signal<Comparing | undefined>
  /** Whether the overview is shown. */
  overview: Signal<boolean>
  /** What an exported file may hold: undefined for all of the log, else the rows of a recording that leaves others out. */
  exportable: ReadonlySignal<readonly Exchange[] | undefined>
  filter: Filter
  selection: Selection
  recordings: Recordings
  notices: Notices
  confirmation: Confirmation
  preferences: Preferences
  theme: ReadonlySignal<Theme>
  keepLog: Signal<boolean>
  view: Signal<View>
  /** Size of the details pane, px. */
  detailsSize: Signal<number>
  emptiness: ReadonlySignal<Emptiness | undefined>
  /** Undefined until they act. */
  keys: Signal<Keys | undefined>
  /** Whether a page is listened to and shown: neither a recording, nor a panel that is joined to nothing. */
  isLive: ReadonlySignal<boolean>
  line: ReadonlySignal<LineStanding>
}

export function createStore(deps: StoreDeps, stop: AbortSignal): Store {
  const { storage, now, browser, schedule, slicing } = deps
  const notices = createNotices()
  const keepLog = setting(storage, 'keep-log', false, asBoolean)
  const preferences = createPreferences(storage)
  const live = createLiveLog()
  const line = createLineStanding(deps.line !== undefined, deps.gone)
  const session = createSession(
    { line: deps.line ?? SILENCE, live, notices, keepLog, preferences, schedule },
    AbortSignal.any([stop, deps.gone]),
  )
  const recordings = createRecordings({ notices, now, browser: browser.userAgent, slicing })
  const log = computed(() => recordings.opened.value?.log ?? live.log.value)
  const marks = computed(() => recordings.opened.value?.marks ?? live.marks.value)
  const filter = createFilter()
  const rows = createRows({ log, marks, filter, slicing: slicing && { ...slicing, signal: stop } })
  const order = createOrder(rows.visible, log, storage)
  const sighted = computed(() =>
    documentsOf(live.log.value).some(
      ({ doc, features }) => features.length > 0 || live.sighted.value.has(doc),
    ),
  )
  const emptiness = computed(() =>
    whyEmpty({
      rows: {
        present: rows.present.value.length,
        visible: rows.visible.value.length,
        paused: rows.paused.value,
        total: rowsOf(log.value).length,
        isCounting: rows.isCounting.value,
      },
      line: line.value,
      isRecording: session.recording.value,
      isOpened: recordings.opened.value !== undefined,
      isNarrowed: filter.narrowed.value,
      isSighted: sighted.value,
      watch: session.watch.value,
    }),
  )
  return {
    browser,
    storage,
    template: deps.template,
    shelf: deps.shelf,
    now,
    openSource: deps.openSource,
    reach: deps.reach,
    pointer: createPointer({
      reach: deps.reach,
      mayPoint: ({ doc, frame }) => !recordings.opened.value && session.documents.value.get(frame) === doc,
    }),
    log,
    session,
    rows,
    order,
    columns: createColumns(storage),
    newcomers: createNewcomers({ log, visible: rows.visible, source: recordings.opened }),
    exportable: computed(() => (recordings.opened.value?.marks.size ? rows.present.value : undefined)),
    filter,
    selection: createSelection(order.rows),
    recordings,
    notices,
    advice: signal<Advice>(),
    comparing: signal<Comparing>(),
    overview: setting(storage, 'overview', true, asBoolean),
    confirmation: createConfirmation(),
    preferences,
    theme: createTheme(deps.theme, preferences.theme, stop),
    keepLog,
    view: signal<View>('log'),
    detailsSize: setting(storage, 'details', 440, asNumber),
    emptiness,
    host: deps.host,
    keys: signal<Keys>(),
    isLive: computed(() => recordings.opened.value === undefined && line.value !== 'none'),
    line,
  }
}

const SILENCE: Line<PanelSays, PanelHears> = { post: () => {}, listen: () => {} }
