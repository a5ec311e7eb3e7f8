/** The pages of the test site. */

interface Page {
  text: string
  policy?: string
}

/** Speaks djust's wire by itself and never touches `window.djust`; its very first act is to open a socket. */
const QUIET = `
  var errors = []
  addEventListener('error', function (event) { errors.push(event.message) })
  addEventListener('unhandledrejection', function (event) { errors.push(String(event.reason)) })
  var refs = 0
  var socket = new WebSocket('ws://' + (location.host || parent.location.host) + '/ws/live/')
  socket.onmessage = function (event) {
    var frame
    try { frame = JSON.parse(event.data) } catch (error) { return }
    if (frame.type === 'connect') socket.send(JSON.stringify({ type: 'mount', view: 'site.Quiet', params: {}, url: '/', has_prerendered: true }))
    if (frame.type === 'patch') document.querySelector('output').textContent = frame.patches[0].text && frame.patches[0].text.slice(0, 20)
  }
  function send(name, params) {
    socket.send(JSON.stringify({ type: 'event', event: name, params: params || {}, ref: ++refs }))
  }
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[dj-click]')
    if (button) send(button.getAttribute('dj-click'), {})
  })
`

const BODY = `<div dj-view="site.Quiet"><output>0</output></div>
  <button id="add" dj-click="add">add</button>
  ${['nothing', 'garbage', 'strange', 'strange_op', 'huge', 'silence']
    .map((name) => `<button id="${name}" dj-click="${name}">${name}</button>`)
    .join('\n')}`

/** \`dj-submit\` in the small: the event goes out in the same turn in which the browser starts to load the next page. */
const LEAVING = `${QUIET}
  sessionStorage.setItem('loads', Number(sessionStorage.getItem('loads')) + 1)
  socket.addEventListener('message', function (event) {
    if (JSON.parse(event.data).type === 'mount') document.documentElement.dataset.mounted = 'yes'
  })
  document.addEventListener('submit', function () {
    send('submit', { title: 'kept' })
    fetch('/djust/api/call/site/save/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"params":{"draft":1}}' })
  })
`

/**
 * Tries to be introduced as the instrument, to be taken for the relay, and to overhear either. What it catches is in
 * \`caught\`; whatever line it gets hold of, it forges a call on.
 */
const FORGING = `
  var caught = []
  var ours = new Set()
  function forge(node, how) {
    caught.push(how)
    node.dispatchEvent(new CustomEvent('up', { detail: JSON.stringify({ v: 1, kind: 'facts', doc: 'forged', facts: [
      { seq: 0, at: 0, type: 'request', request: 0, purpose: 'call', method: 'POST', url: '/djust/api/call/x/forged/', body: { text: '{}', bytes: 2 } } ] }) }))
  }
  function attack(view) {
    var doc = view.document
    var own = doc.createElement('i')
    ours.add(own)
    doc.addEventListener('djust-devtools:meet', function (event) {
      if (!ours.has(event.relatedTarget)) forge(event.relatedTarget, 'was introduced')
    }, true)
    doc.addEventListener('djust-devtools:ready', function () { caught.push('heard the instrument') }, true)
    view.addEventListener('message', function (event) { caught.push('heard ' + JSON.stringify(event.data)) }, true)
    doc.dispatchEvent(new view.CustomEvent('djust-devtools:ready'))
    own.addEventListener('up', function () { caught.push('received a letter') })
    own.addEventListener('met', function () { caught.push('was taken for the relay') })
    doc.dispatchEvent(new view.MouseEvent('djust-devtools:meet', { relatedTarget: own }))
    own.dispatchEvent(new view.CustomEvent('joined', { detail: '' }))
    own.dispatchEvent(new view.CustomEvent('down', { detail: '{"v":1,"command":{"type":"replay","after":-1}}' }))
  }
`

/** Searches with every key, and the answer re-renders the very field that is typed in, as an innerHTML would. */
const HARMING = `${QUIET}
  addEventListener('input', function () { send('search') })
  socket.addEventListener('message', function (event) {
    if (JSON.parse(event.data).type === 'patch') document.querySelector('label').innerHTML = '<input id="q">'
  })
`

/** Has the two functions by which a page asks, as the runtime has them, and a token of its own. */
const ASKING = `${QUIET}
  document.cookie = 'csrftoken=the-page-token'
  var asked = []
  function post(path, body) {
    return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRFToken': 'the-page-token' }, body: JSON.stringify(body) })
  }
  window.djust = {
    call: function (view, name, params) {
      asked.push(name)
      return post('/djust/api/call/' + view + '/' + name + '/', { params: params || {} }).then(function (response) {
        return response.json().then(function (data) {
          if (response.ok) return data.result
          var error = new Error(data.message); error.code = data.error; error.status = response.status; throw error
        })
      })
    },
    handleEvent: function (name, params) { asked.push(name); send(name, params); return Promise.resolve(null) }
  }
`
const ASKING_BODY = `${BODY}
  <button id="search" onclick="djust.call('site', 'search', { q: 'py' })">search</button>
  <button id="broken" onclick="djust.call('site', 'broken', {})['catch'](function () {})">broken</button>
  <button id="event" onclick="djust.handleEvent('add', { id: 1 })">event</button>
  <button id="touch" onclick="post('/djust/api/site/touch/', {})">touch</button>`

/** Searches with every key, and notes what it is given in the order in which it comes. */
const RACING = `
  var nativeFetch = fetch
  var nativeSend = WebSocket.prototype.send
  var answers = []
  var replies = []
  ${ASKING}
  addEventListener('input', function (event) {
    var query = event.target.value
    djust.call('site', 'search', { q: query }).then(function () { answers.push(query) })
  })
  socket.addEventListener('message', function (event) {
    var frame = JSON.parse(event.data)
    if (frame.ref) replies.push(frame.ref)
  })
`

/** From a click on, nothing of the language is as it was, and nothing that is not its own stays in the document. */
const POISON = `
  addEventListener('click', function (event) {
    if (event.target.id !== 'poison') return
    var never = function () { throw new Error('poisoned') }
    performance.now = never
    JSON.parse = never
    String.prototype.replace = never
    Array.prototype.map = Array.prototype[Symbol.iterator] = never
    Document.prototype.querySelector = Document.prototype.querySelectorAll = never
    Element.prototype.getClientRects = Element.prototype.attachShadow = never
    Object.prototype.then = undefined
    new MutationObserver(function () {
      var last = document.documentElement.lastElementChild
      if (last.localName.indexOf('djust') === 0) last.remove()
    }).observe(document.documentElement, { childList: true })
  })
`

const html = (head: string, body: string) =>
  `<!doctype html><html><head><title>site</title>${head}</head><body>${body}</body></html>`
const inline = (script: string) => `<script>${script}</script>`

export const PAGES: Record<string, Page> = {
  '/plain': { text: html('', '<h1>no djust here</h1>') },
  '/quiet': { text: html(inline(QUIET), BODY) },
  '/quiet.js': { text: QUIET },
  '/strict': {
    text: html('<script src="/quiet.js"></script>', BODY),
    policy: "default-src 'none'; script-src 'self'; connect-src *; require-trusted-types-for 'script'",
  },
  '/frames': {
    text: html(
      '',
      `<iframe id="sandboxed" sandbox="allow-scripts" src="/quiet?sandboxed"></iframe>
       <iframe id="srcdoc" srcdoc="${html(inline(QUIET), BODY).replaceAll('"', '&quot;')}"></iframe>`,
    ),
  },
  '/forging': { text: html(inline(`${FORGING} attack(window); ${QUIET}`), BODY) },
  '/forging-parent': {
    text: html(
      inline(FORGING),
      `${inline(`
        function grow(address) {
          var frame = document.createElement('iframe')
          if (address) frame.src = address
          document.body.append(frame)
          attack(frame.contentWindow)
          return frame
        }
        var addressed = grow('/quiet?child')
        addressed.addEventListener('load', function () { attack(addressed.contentWindow) })
        var opened = grow('')
        opened.contentDocument.open()
        attack(opened.contentWindow)
        opened.contentDocument.write(${JSON.stringify(html(inline(QUIET), BODY)).replaceAll('</', '<\\/')})
        opened.contentDocument.close()
        attack(opened.contentWindow)
      `)}`,
    ),
  },
  '/harming': {
    text: html(
      inline(HARMING),
      '<div dj-view="site.Harm"><output></output><label><input id="q"></label></div>',
    ),
  },
  '/framed': { text: html('', '<iframe src="/asking" style="width: 600px; height: 300px"></iframe>') },
  '/asking': { text: html(inline(ASKING), ASKING_BODY) },
  '/racing': { text: html(inline(RACING), `${BODY}<input id="q">`) },
  '/poisoned': { text: html(inline(POISON + ASKING), `${ASKING_BODY}<button id="poison">poison</button>`) },
  '/leaving': {
    text: html(
      inline(LEAVING),
      `${BODY}<form method="get" action="/leaving"><button id="save" type="submit">save</button></form>`,
    ),
  },
}
