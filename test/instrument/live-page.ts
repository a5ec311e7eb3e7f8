/** A page with a small runtime of the same shape as djust's: one closure, a class on `window.djust`, a queue of frames. */

/** The page's own script; `live` is what tests drive. Nothing in it knows of the instrument. */
export const RUNTIME = `(() => {
  window.djust = window.djust || {}
  class LiveViewWebSocket {
    constructor(path) {
      this.queue = Promise.resolve(); this.refs = 0; this.open = new Map()
      this.ws = new WebSocket('ws://' + location.host + path)
      this.ready = new Promise((done) => { this.done = done })
      this.ws.onmessage = (event) => { this.handleMessage(JSON.parse(event.data)) }
    }
    handleMessage(data) { return (this.queue = this.queue.then(() => this._handleMessageImpl(data))) }
    async _handleMessageImpl(data) {
      if (data.type === 'connect') this.done()
      if (data.type === 'patch') {
        if (data.patches.length) window._lastPatchTiming = data.timing
        await null
        for (const { to, text } of data.patches) {
          const element = document.querySelector(to)
          if (text !== null) element.textContent = text
          else element.setAttribute('class', element.getAttribute('class'))
        }
        window.djust._flushVirtualKeyedOps()
        if (data.patches.length) window.djust.extractColocatedHooks()
      }
      this.open.get(data.ref)?.(data)
    }
    sendMessage(data) { this.ws.send(JSON.stringify(data)) }
    sendEvent(event, params, element) {
      if (this.ws.readyState !== 1) return false
      const ref = ++this.refs
      const answered = new Promise((done) => this.open.set(ref, done))
      this.sendMessage({ type: 'event', event, params, ref })
      return answered
    }
  }
  const live = { socket: undefined }
  live.connect = (path = '/ws/live/') => { live.socket = new LiveViewWebSocket(path); return live.socket.ready }
  async function handleEvent(event, params = {}) { return live.socket.sendEvent(event, params, params._targetElement) }
  window.djust.LiveViewWebSocket = LiveViewWebSocket
  window.djust.handleEvent = handleEvent
  window.djust.dispatch = (event, params) => window.djust.handleEvent(event, params)
  window.djust._flushVirtualKeyedOps = () => {}
  window.djust.extractColocatedHooks = () => {}
  window.djust.call = async function call(slug, fn, params) {
    if (!slug) throw new Error('slug is missing')
    const response = await fetch('/djust/api/call/' + slug + '/' + fn + '/', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ params: params ?? {} }),
    })
    const data = await response.json().catch(() => ({}))
    if (response.ok) return data.result
    throw Object.assign(new Error(data.message || 'failed'), { code: data.error || 'http_error', status: response.status })
  }
  document.addEventListener('click', (event) => {
    const name = event.target.getAttribute('dj-click')
    if (name) live.socket.sendEvent(name, {}, event.target)
  })
  window.live = live
})()`

export const livePage = (extra = '', runtime = RUNTIME) => `<!doctype html><title>live</title>
<body><main dj-view="x"><p id="out" class="a">-</p><p id="side">-</p><button id="go" class="big red" dj-click="change">go</button></main>
<script>${runtime}</script><script>${extra}</script>`
