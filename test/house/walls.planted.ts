/** What is planted to try the walls: the file that would hold it, the statement, and the opening words of the wall that must stop it. */

type Planted = readonly [file: string, statement: string]

const NONE = 'No wall stands here yet'
const HALLWAY = 'protocol is the hallway'
const CORE = 'core is pure'
const CORE_TYPES = 'core takes types from protocol'
const CLOCK = 'core has no clock and rolls no dice'
const GUEST = "The instrument is a guest in other people's pages"
const PAGE_TYPES = 'The page world takes types from protocol'
const DOOR = 'Letters are opened at the door'
const BROWSER = 'Only an entry touches the browser'
const STORE = 'The store never imports views'
const VIEWS = 'Views show the store'
const STUDIO = 'The studio shows the panel'
const WAYS = 'Both ways compares two pages'
const MISHAPS = 'The mishaps are an app on live, like the tutorial'
const LESSONS = 'A lesson stands beside its page and the panel'
const LIVE = 'live is djust in small'
const TUTORIAL = 'The tutorial is an app on live'
const SERVER = "The demo's server joins live and tags"
const RUNTIME = "The demo's runtime runs in browsers"
const SIGHT = 'No import out of sight'

export const FORBIDDEN: readonly (readonly [...Planted, wall: string])[] = [
  ['src/new-room/x.ts', `import { a } from './y.ts'`, NONE],
  ['src/x.ts', `import { a } from './protocol/line.ts'`, NONE],
  ['src/content/x.ts', `import { a } from './relay/relay.ts'`, NONE],
  ['src/core/a/b/x.ts', `import { a } from './y.ts'`, NONE],
  ['src/core/x.tsx', `import { a } from 'preact'`, CORE],
  ['demo/new-room/x.ts', `import { a } from 'ws'`, NONE],

  ['src/protocol/x.ts', `import type { A } from '../core/log.ts'`, HALLWAY],
  ['src/protocol/x.ts', `import * as v from 'valibot'`, HALLWAY],
  ['src/protocol/x.ts', `import { factSchema } from './facts.ts'`, DOOR],
  [
    'src/protocol/facts.ts',
    `import { a } from '../core/log.ts'`,
    "protocol's schemas are written in valibot",
  ],

  ['src/core/x.ts', `import { a } from '../panel/store/store.ts'`, CORE],
  ['src/core/x.ts', `import { b } from 'valibot'`, CORE],
  ['src/core/x.ts', `import { c } from 'node:fs'`, CORE],
  ['src/core/x.ts', `import type { D } from '../y.ts'`, CORE],
  ['src/core/x.ts', `import e from '../y.ts'`, CORE],
  ['src/core/x.ts', `import 'preact'`, CORE],
  ['src/core/x.ts', `export * from '../studio/mail.ts'`, CORE],
  ['src/core/x.ts', `const f = await import('../panel/views/log.tsx')`, CORE],
  ['src/core/x.ts', `import { g } from '../protocol/facts'`, CORE],
  ['src/core/x.ts', `import { factSchema } from '../protocol/facts.ts'`, CORE_TYPES],
  ['src/core/x.ts', `import { type Fact } from '../protocol/facts.ts'`, CORE_TYPES],
  ['src/core/x.ts', `import '../protocol/facts.ts'`, CORE_TYPES],
  ['src/core/x.ts', `import {} from '../protocol/envelope.ts'`, CORE_TYPES],
  ['src/core/x.ts', `export { openLetter } from '../protocol/envelope.ts'`, CORE_TYPES],
  ['src/core/x.ts', `export * from '../protocol/envelope.ts'`, CORE_TYPES],
  ['src/core/x.ts', `const h = await import('../protocol/envelope.ts')`, CORE_TYPES],
  ['src/core/x.ts', `import { DEFAULT_CAPS } from '../protocol/channel.ts'`, CORE_TYPES],
  ['src/core/correlate/x.ts', `import { a } from '../../panel/theme-source.ts'`, 'A folder of core is core'],
  ['src/core/correlate/x.ts', `import { b } from '../../y.ts'`, 'A folder of core is core'],
  ['src/core/correlate/x.ts', `import { factSchema } from '../../protocol/facts.ts'`, CORE_TYPES],

  ['src/core/x.ts', `const r = Date.now()`, CLOCK],
  ['src/core/x.ts', `const s = new Date()`, CLOCK],
  ['src/core/x.ts', `const t = Math.random()`, CLOCK],
  ['src/core/x.ts', `const u = Math['random']()`, CLOCK],
  ['src/core/x.ts', `const { random } = Math`, CLOCK],
  ['src/core/x.ts', `const v = globalThis.performance.now()`, CLOCK],
  ['src/core/x.ts', `const w = [1, 2].map(Math.random)`, CLOCK],
  ['src/core/x.ts', `const y = new Intl.DateTimeFormat().format()`, CLOCK],
  ['src/core/correlate/x.ts', `const z = Temporal.Now.instant()`, CLOCK],

  ['src/core/x.ts', `import { i } from './../y.ts'`, SIGHT],
  ['src/panel/store/x.ts', `import { g } from '../../core/../popup/popup-view.tsx'`, SIGHT],
  ['src/core/x.ts', `import { k } from './correlate/../../panel/port-line.ts'`, SIGHT],
  ['src/core/x.ts', `const l = await import('./../panel/port-line.ts')`, SIGHT],
  ['src/core/x.ts', 'const m = await import(`../panel/port-line.ts`)', SIGHT],
  ['src/core/x.ts', `const n = await import(name)`, SIGHT],
  ['src/core/x.ts', `const o = require('../panel/port-line.ts')`, SIGHT],
  ['src/core/x.ts', `const p = import.meta.glob('../panel/*.ts')`, SIGHT],
  ['src/core/x.ts', `type Q = import('../panel/port-line.ts').PortLine`, SIGHT],

  ['src/content/instrument/x.ts', `import { a } from 'valibot'`, GUEST],
  ['src/content/instrument/x.ts', `import b from 'webextension-polyfill'`, GUEST],
  ['src/content/instrument/x.ts', `import type { C } from 'webextension-polyfill'`, GUEST],
  ['src/content/instrument/x.ts', `import { d } from '../relay/relay.ts'`, GUEST],
  ['src/content/instrument/x.ts', `import { e } from '../../core/log.ts'`, GUEST],
  ['src/content/instrument/x.ts', `import { f } from 'node:util'`, GUEST],
  ['src/content/instrument/x.ts', `import { openLetter } from '../../protocol/envelope.ts'`, PAGE_TYPES],
  ['src/content/instrument/x.ts', `import { patternOf } from '../../protocol/origins.ts'`, PAGE_TYPES],
  [
    'src/content/instrument/taps/x.ts',
    `import { a } from '../../y.ts'`,
    'A folder of the instrument is the instrument',
  ],
  ['src/content/instrument/taps/x.ts', `import { b } from '../../../protocol/facts.ts'`, PAGE_TYPES],
  [
    'src/content/collateral/x.ts',
    `import { a } from '../relay/relay.ts'`,
    'collateral is a guest like the instrument',
  ],
  ['src/content/collateral/x.ts', `import { factSchema } from '../../protocol/facts.ts'`, PAGE_TYPES],
  [
    'src/content/overlay/x.ts',
    `import { a } from '../collateral/place.ts'`,
    'The overlay is a guest like the instrument',
  ],
  ['src/content/overlay/x.ts', `import { factSchema } from '../../protocol/facts.ts'`, PAGE_TYPES],
  ['src/content/errands/x.ts', `import { a } from './y.ts'`, 'An errand crosses into the page as text'],
  ['src/content/relay/x.ts', `import { a } from '../../core/log.ts'`, 'The relay carries letters'],
  ['src/content/relay/x.ts', `import { b } from '../instrument/outbox.ts'`, 'The relay carries letters'],
  ['src/content/relay/x.ts', `import { c } from 'node:events'`, 'The relay carries letters'],
  ['src/content/relay/x.ts', `import { openLetter } from '../../protocol/envelope.ts'`, DOOR],

  [
    'src/background/x.ts',
    `import { a } from '../panel/port-line.ts'`,
    'The switchboard never opens a letter',
  ],
  ['src/background/x.ts', `import { openLetter } from '../protocol/envelope.ts'`, DOOR],
  ['src/background/x.ts', `import browser from 'webextension-polyfill'`, BROWSER],
  [
    'src/background/background.ts',
    `import { a } from '../core/log.ts'`,
    'The switchboard never opens a letter',
  ],

  ['src/panel/x.ts', `import { a } from '../core/log.ts'`, "The panel's root joins store, views and line"],
  [
    'src/panel/panel.tsx',
    `import { a } from '../background/switchboard.ts'`,
    "The panel's root joins store, views and line",
  ],
  ['src/panel/x.ts', `import browser from 'webextension-polyfill'`, BROWSER],
  ['src/panel/mount-panel.tsx', `const b = await import('webextension-polyfill')`, BROWSER],
  ['src/panel/store/x.ts', `import { a } from '../views/app.tsx'`, STORE],
  ['src/panel/store/x.ts', `import { b } from '../theme-source.ts'`, STORE],
  ['src/panel/store/x.ts', `import { c } from '../mount-panel.tsx'`, STORE],
  ['src/panel/store/x.ts', `import d from 'webextension-polyfill'`, STORE],
  ['src/panel/store/x.ts', `import { e } from 'node:fs'`, STORE],
  ['src/panel/store/x.ts', `import { f } from '../../popup/popup-view.tsx'`, STORE],
  ['src/panel/views/x.tsx', `import a from 'webextension-polyfill'`, VIEWS],
  ['src/panel/views/x.tsx', `import { b } from '../join-extension.ts'`, VIEWS],
  ['src/panel/views/x.tsx', `import { c } from '../../background/switchboard.ts'`, VIEWS],
  ['src/panel/views/x.tsx', `import { d } from 'valibot'`, VIEWS],
  ['src/panel/store/x.ts', `import uPlot from 'uplot'`, STORE],
  ['src/panel/views/x.tsx', `import { openLetter } from '../../protocol/envelope.ts'`, DOOR],

  ['src/popup/x.tsx', `import { a } from '../panel/theme-source.ts'`, 'The popup is a room of its own'],
  ['src/popup/popup.tsx', `import { a } from '../panel/theme-source.ts'`, 'The popup is a room of its own'],
  ['src/popup/x.tsx', `import browser from 'webextension-polyfill'`, BROWSER],

  ['src/studio/x.ts', `import { a } from '../background/switchboard.ts'`, STUDIO],
  ['src/studio/x.ts', `import { b } from '../panel/views/app.tsx'`, STUDIO],
  ['src/studio/x.ts', `import { c } from '../panel/panel.tsx'`, STUDIO],
  ['src/studio/studio.ts', `import { a } from '../content/instrument/outbox.ts'`, STUDIO],
  [
    'src/studio/instrument.iife.ts',
    `import { a } from '../panel/mount-panel.tsx'`,
    "The studio's instrument runs in the tutorial's page",
  ],

  [
    'src/studio/mail.ts',
    `import { a } from './studio.ts'`,
    "The studio's instrument runs in the tutorial's page",
  ],
  ['src/studio/x.ts', `import { d } from '../panel/devtools.ts'`, STUDIO],
  ['src/studio/ways/x.ts', `import { a } from '../../panel/views/app.tsx'`, WAYS],
  ['src/studio/ways/x.ts', `import { b } from '../studio.ts'`, WAYS],
  [
    'src/studio/mishaps/x.tsx',
    `import { a } from '../../panel/views/app.tsx'`,
    'The mishaps are a page of the studio',
  ],
  ['src/studio/lessons/x.ts', `import { a } from '../../panel/views/app.tsx'`, LESSONS],
  ['src/studio/lessons/x.ts', `import { b } from '../../panel/store/store.ts'`, LESSONS],
  ['demo/x.ts', `import { a } from '../src/panel/mount-panel.tsx'`, SERVER],
  ['demo/x.ts', `import { b } from '../src/protocol/facts.ts'`, SERVER],
  ['demo/x.ts', `import { c } from './runtime/call.ts'`, SERVER],
  ['demo/x.ts', `import { d } from './tags/page/listbox.ts'`, SERVER],
  ['demo/x.ts', `import { e } from './live/../../src/core/log.ts'`, SIGHT],
  ['demo/live/x.ts', `import { a } from '../tags/tag-store.ts'`, LIVE],
  ['demo/live/x.ts', `import { b } from '../../src/core/log.ts'`, LIVE],
  ['demo/live/x.ts', `import { c } from '../../src/protocol/facts.ts'`, LIVE],
  ['demo/live/x.ts', `import { d } from '../server.ts'`, LIVE],
  ['demo/live/template/x.ts', `import { a } from '../../tags/seed.ts'`, 'A folder of live is live'],
  ['demo/tags/x.ts', `import { a } from '../../src/panel/mount-panel.tsx'`, TUTORIAL],
  ['demo/tags/x.ts', `import { b } from '../live/session.ts'`, TUTORIAL],
  ['demo/tags/x.ts', `import { c } from '../server.ts'`, TUTORIAL],
  ['demo/tags/x.ts', `import { d } from './page/listbox.ts'`, TUTORIAL],
  ['demo/tags/page/x.ts', `import { a } from 'node:fs'`, "The tutorial's page is served to browsers"],
  ['demo/tags/page/x.ts', `import { b } from '../tag-store.ts'`, "The tutorial's page is served to browsers"],
  ['demo/x.ts', `import { f } from './mishaps/page/search.ts'`, SERVER],
  ['demo/mishaps/x.ts', `import { a } from '../live/session.ts'`, MISHAPS],
  ['demo/mishaps/x.ts', `import { b } from '../../src/core/advice/advise.ts'`, MISHAPS],
  ['demo/mishaps/x.ts', `import { c } from './page/search.ts'`, MISHAPS],
  ['demo/mishaps/page/x.ts', `import { a } from '../mishap.ts'`, "The mishaps' pages are served to browsers"],
  ['demo/runtime/x.ts', `import { a } from '../live/view.ts'`, RUNTIME],
  ['demo/runtime/x.ts', `import { b } from 'node:fs'`, RUNTIME],
  ['demo/runtime/x.ts', `import { c } from 'ws'`, RUNTIME],
  ['scripts/x.ts', `import { a } from '../src/core/recording.ts'`, 'Scripts build and start from outside'],
  ['scripts/x.ts', `import { b } from './../src/core/recording.ts'`, SIGHT],
  ['scripts/new-folder/x.ts', `import { a } from 'ws'`, NONE],
]

export const ALLOWED: readonly Planted[] = [
  ['src/protocol/fine.ts', `import type { Fact } from './facts.ts'`],
  ['src/protocol/fine.ts', `import { PORTS } from './channel.ts'`],
  ['src/protocol/facts.ts', `import * as v from 'valibot'`],
  ['src/protocol/envelope.ts', `import { factSchema } from './facts.ts'`],
  ['src/protocol/envelope.ts', `import * as v from 'valibot'`],
  ['src/core/fine.ts', `import type { Fact } from '../protocol/facts.ts'`],
  ['src/core/fine.ts', `export type { Letter } from '../protocol/envelope.ts'`],
  ['src/core/fine.ts', `import { take } from './correlate/take.ts'`],
  ['src/core/fine.ts', `const a = Math.max(1, 2)`],
  ['src/core/fine.ts', `const b = { Date: 'header' }`],
  ['src/panel/fine.ts', `const c = Date.now()`],
  ['src/core/correlate/fine.ts', `import { match } from '../match.ts'`],
  ['src/core/correlate/fine.ts', `import type { Patch } from '../../protocol/wire.ts'`],
  ['src/content/instrument/fine.ts', `import { PRIVATE } from '../../protocol/channel.ts'`],
  ['src/content/instrument/fine.ts', `import type { Fact } from '../../protocol/facts.ts'`],
  ['src/content/instrument/taps/fine.ts', `import { follow } from '../follow.ts'`],
  ['src/content/collateral/fine.ts', `import { describe } from '../instrument/describe.ts'`],
  ['src/content/relay/fine.ts', `import { SYNC } from '../../protocol/switchboard.ts'`],
  ['src/background/background.ts', `import browser from 'webextension-polyfill'`],
  ['src/background/fine.ts', `import type { Envelope } from '../protocol/envelope.ts'`],
  ['src/panel/fine.ts', `import type { Browser } from 'webextension-polyfill'`],
  ['src/panel/fine.ts', `import { App } from './views/app.tsx'`],
  ['src/panel/panel.tsx', `const { default: b } = await import('webextension-polyfill')`],
  ['src/panel/devtools.ts', `import browser from 'webextension-polyfill'`],
  ['src/panel/store/fine.ts', `import { openLetter } from '../../protocol/envelope.ts'`],
  ['src/panel/store/fine.ts', `import { fold } from '../../core/log.ts'`],
  ['src/panel/views/fine.tsx', `import type { Store } from '../store/store.ts'`],
  ['src/panel/views/fine.tsx', `import { useState } from 'preact/hooks'`],
  ['src/panel/views/fine.tsx', `import '../css/dialog.css'`],
  ['src/panel/views/fine.tsx', `import uPlot from 'uplot'`],
  ['src/popup/popup.tsx', `import browser from 'webextension-polyfill'`],
  ['src/popup/fine.tsx', `import type { Watch } from '../protocol/switchboard.ts'`],
  ['src/studio/fine.ts', `import { mountPanel } from '../panel/mount-panel.tsx'`],
  [
    'src/studio/instrument.iife.ts',
    `import { startInstrument } from '../content/instrument/start-instrument.ts'`,
  ],
  ['demo/fine.ts', `import { bodyLimit } from 'hono/body-limit'`],
  ['demo/fine.ts', `import { readFile } from 'node:fs/promises'`],
  ['demo/live/fine.ts', `import { CALL_ERRORS } from '../../src/protocol/wire.ts'`],
  ['demo/live/template/fine.ts', `import { show } from './filters.ts'`],
  ['demo/tags/fine.ts', `import { serverFunction } from '../live/view.ts'`],
  ['demo/tags/page/fine.ts', `import { Listbox } from './listbox.ts'`],
  ['demo/mishaps/fine.ts', `import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'`],
  ['demo/mishaps/page/fine.ts', `import { djust } from '../../tags/page/djust.ts'`],
  ['demo/runtime/fine.ts', `import { Idiomorph } from 'idiomorph'`],
  ['scripts/fine.ts', `import { startDemo } from '../demo/server.ts'`],
]
