/** Entry of the worker: registers every listener in its first turn, because the browser starts it for one of them. */
import browser from 'webextension-polyfill'
import { OVERLAY_PORT, PORTS } from '../protocol/channel.ts'
import { watchOf } from '../protocol/origins.ts'
import { CALL_THE_ROLL, SYNC } from '../protocol/switchboard.ts'
import { createErrands } from './errands.ts'
import { createSwitchboard } from './switchboard.ts'
import { type OriginsApi, syncScripts } from './watched-origins.ts'

const origins: OriginsApi = {
  manifest: browser.runtime.getManifest() as OriginsApi['manifest'],
  granted: async () => (await browser.permissions.getAll()).origins ?? [],
  registered: () => browser.scripting.getRegisteredContentScripts(),
  register: (scripts) =>
    browser.scripting.registerContentScripts(
      scripts as Parameters<typeof browser.scripting.registerContentScripts>[0],
    ),
  unregister: (ids) => browser.scripting.unregisterContentScripts({ ids }),
}

/** Built beside the content scripts, and in no manifest: they come only while a panel listens, when it points, and when it shakes. */
const MEASURE = 'src/content/collateral/collateral.iife.js'
const OVERLAY = 'src/content/overlay/overlay.iife.js'
const SHAKER = 'src/content/shaker/shaker.iife.js'

const inFrame = (tabId: number, frame: number) => ({
  target: { tabId, frameIds: [frame] },
  injectImmediately: true,
})

const switchboard = createSwitchboard({
  // A tab without a relay has nobody to hear it; that is no error.
  callTheRoll: (tab) => void browser.tabs.sendMessage(tab, CALL_THE_ROLL).catch(() => {}),
  // A frame that is gone, or that may not be entered, is measured by nobody.
  measure: (tabId, frame) =>
    void browser.scripting.executeScript({ ...inFrame(tabId, frame), files: [MEASURE] }).catch(() => {}),
  watchOf: (origin) =>
    watchOf(origin, origins.manifest.host_permissions ?? [], (pattern) =>
      browser.permissions.contains({ origins: [pattern] }),
    ),
})

const errands = createErrands({
  async run(world, { tab, frame }, func, args) {
    const [done] = await browser.scripting.executeScript({
      ...inFrame(tab, frame),
      world,
      func: func as (...args: unknown[]) => unknown,
      args,
    })
    return done?.result
  },
  bringOverlay: async ({ tab, frame }) => {
    await browser.scripting.executeScript({ ...inFrame(tab, frame), files: [OVERLAY] })
  },
  bringShaker: async ({ tab, frame }) => {
    await browser.scripting.executeScript({ ...inFrame(tab, frame), world: 'MAIN', files: [SHAKER] })
  },
})

browser.runtime.onConnect.addListener((port) => {
  const { sender } = port
  if (port.name === PORTS.page && sender?.tab?.id !== undefined)
    switchboard.connectPage(port, sender.tab.id, sender.frameId ?? 0)
  else if (port.name === OVERLAY_PORT && sender?.tab?.id !== undefined)
    errands.connectOverlay(port, sender.tab.id)
  // Only a page of our own may read a tab's letters.
  else if (port.name.startsWith(PORTS.panel) && sender?.url?.startsWith(browser.runtime.getURL(''))) {
    const tab = Number(port.name.slice(PORTS.panel.length))
    errands.connectPanel(port, tab)
    switchboard.connectPanel(port, tab)
  }
})

browser.tabs.onUpdated.addListener((tab, { status }) => {
  if (status) switchboard.turnPage(tab)
})
browser.tabs.onRemoved.addListener((tab) => switchboard.forget(tab))

/** One at a time: two grants in a row must not register the same script twice. */
let syncing: Promise<void> = Promise.resolve()
function sync(): Promise<void> {
  const done = syncing.then(() => syncScripts(origins))
  syncing = done.catch(() => {})
  return done
}
browser.permissions.onAdded.addListener(() => void sync())
browser.permissions.onRemoved.addListener(() => void sync())
browser.runtime.onInstalled.addListener(() => void sync())
browser.runtime.onStartup.addListener(() => void sync())
// The popup says "watched" only once a reload would show it.
browser.runtime.onMessage.addListener((message: unknown) => (message === SYNC ? sync() : undefined))
