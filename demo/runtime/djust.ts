/** The `window.djust` object: what it holds, and the one way the runtime reaches it. */

import type { ServerFrame } from '../../src/protocol/wire.ts'
import type { LiveViewWebSocket } from './live-view-web-socket.ts'

export type Params = Record<string, unknown>

export interface Djust {
  /** Where calls go; the page's meta tag and then `/djust/api/` when unset. */
  apiPrefix?: string
  apiUrl(path: string): string
  LiveViewWebSocket: typeof LiveViewWebSocket
  liveViewInstance: LiveViewWebSocket | null
  /** Sends an event; settles with the frame that answered it, or null when none will. */
  handleEvent(event: string, params?: Params): Promise<ServerFrame | null>
  /** The tutorial's name for `handleEvent`. */
  dispatch(event: string, params?: Params): Promise<ServerFrame | null>
  call(slug: string, name: string, params?: Params): Promise<unknown>
  /** Called when a batch of patches has been applied. */
  _flushVirtualKeyedOps(): void
  /** Called when the DOM has been rendered anew. */
  extractColocatedHooks(): void
}

type Page = Window & {
  djust?: Partial<Djust>
  _djustClientLoaded?: boolean
  _lastPatchTiming?: unknown
  DJUST_USE_WEBSOCKET?: boolean
  LiveViewWebSocket?: typeof LiveViewWebSocket
}

export const page = window as Page

/** Members are always reached through the object, so that whoever replaced one is asked. */
export function djust(): Djust {
  page.djust ??= {}
  return page.djust as Djust
}

/** The view of this page, if it has one. */
export function viewRoot(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[dj-view]')
}
