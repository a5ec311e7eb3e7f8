/** Entry: publishes `window.djust` and brings the page's view to life. */

import { apiUrl, call } from './call.ts'
import { bindDirectives } from './directives.ts'
import { djust, page, viewRoot } from './djust.ts'
import { handleEvent } from './handle-event.ts'
import { LiveViewWebSocket } from './live-view-web-socket.ts'

if (!page._djustClientLoaded) {
  page._djustClientLoaded = true
  const api = djust()
  page.LiveViewWebSocket = LiveViewWebSocket
  api.LiveViewWebSocket = LiveViewWebSocket
  api.apiUrl = apiUrl
  api.handleEvent = (event, params) => handleEvent(event, params)
  api.dispatch = (event, params) => handleEvent(event, params)
  api._flushVirtualKeyedOps = () => undefined
  api.extractColocatedHooks = () => undefined
  api.call = call
  api.liveViewInstance = null
  // A deferred script runs before the page's own; they may still look at `djust` first.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true })
  else queueMicrotask(start)
}

function start(): void {
  const root = viewRoot()
  if (!root) return
  bindDirectives(root)
  if (page.DJUST_USE_WEBSOCKET === false) return
  const live = new LiveViewWebSocket()
  djust().liveViewInstance = live
  live.connect()
}
