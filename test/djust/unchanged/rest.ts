/** Waits until a page is at rest, as seen from outside: the same for a page that is watched and for one that is not. */
import type { Tab } from '../../browsers/browser.ts'
import type { CaptureProxy } from '../capture-proxy.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'

/** A page that spoke last is given so long, in ms, for its answer; some messages never get one. */
const ANSWERED = 2000
const LONGEST = 15_000

/** The page, and why it counts as at rest only by patience, when it does. */
export interface Rest {
  page: Snapshot
  unrest?: string
}

/**
 * Resolves when nothing has changed for `quiet` ms: no DOM, no message, no request open, the view mounted; after 15 s
 * in any case. `since` is the number of messages before the page was loaded.
 */
export async function rest(tab: Tab, proxy: CaptureProxy, since: number, quiet: number): Promise<Rest> {
  const end = performance.now() + LONGEST
  let changed = performance.now()
  let last = ''
  let page: Snapshot = { html: '', state: [] }
  let unrest: string | undefined
  while (performance.now() < end) {
    const seen = await look(tab)
    page = seen.page ?? page
    const now = JSON.stringify([page, proxy.captured.length, proxy.requested.length])
    const open = proxy.requested.find(({ isOver, isStream }) => !isOver && !isStream)
    unrest = open ? `${open.method} ${open.url} is not answered` : seen.unrest
    if (now !== last || unrest) changed = performance.now()
    last = now
    const needed = isAsking(proxy, since) ? Math.max(quiet, ANSWERED) : quiet
    if (performance.now() - changed >= needed) return { page }
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return { page, unrest: unrest ?? 'it changes all the time' }
}

/** Nothing while the page is being replaced by another. */
async function look(tab: Tab): Promise<Partial<Rest>> {
  try {
    const unrest = await tab.evaluate(() => {
      const { djust } = window as { djust?: { liveViewInstance?: { viewMounted?: boolean } } }
      if (document.readyState !== 'complete') return 'it is loading'
      if (document.querySelector('#djust-page-loading-bar')) return 'its loading bar is there'
      if (!document.querySelector('[dj-view]') || location.pathname.includes('unmounted')) return undefined
      return djust?.liveViewInstance?.viewMounted === true ? undefined : 'its view is not mounted'
    })
    return { page: await tab.evaluate(takeSnapshot), ...(unrest ? { unrest } : {}) }
  } catch {
    return { unrest: 'it is being replaced' }
  }
}

function isAsking({ captured }: CaptureProxy, since: number): boolean {
  return captured.slice(since).findLast(({ over }) => over === 'ws')?.way === 'up'
}
