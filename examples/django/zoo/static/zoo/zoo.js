/** What the zoo's pages do by script: hooks, calls, and the faults that only a page can cause. */

const address = new URL(location.href)
const transport = address.searchParams.get('transport') || document.documentElement.dataset.transport
// The page's inline script has already set it to true; djust reads it when it starts, after this.
if (transport === 'sse') window.DJUST_USE_WEBSOCKET = false

window.djust = window.djust || {}
djust.hooks = djust.hooks || {}
djust.hooks.Pusher = {
  mounted() {
    this.el.addEventListener('click', () => this.pushEvent('hook_push_event', { from: 'hook' }))
  },
}

const say = (answer) => {
  const place = document.getElementById('answer')
  if (place) place.textContent = JSON.stringify(answer)
}

/** `slug/function`; several, divided by blanks, are called at once. */
async function call({ call, params }) {
  const given = JSON.parse(params || '{}')
  const answers = call.split(' ').map(async (name, at) => {
    const [slug, ...rest] = name.split('/')
    try {
      return await djust.call(slug, rest.join('/'), Array.isArray(given) ? given[at] : given)
    } catch (problem) {
      return { code: problem.code, status: problem.status, message: problem.message }
    }
  })
  say(await Promise.all(answers))
}

function csrfToken() {
  const field = document.querySelector('[name=csrfmiddlewaretoken]')
  return field?.value || /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] || ''
}

async function post({ post, body, token }) {
  const answer = await fetch(`/djust/api/${post}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token || csrfToken() },
    body,
  })
  say({ status: answer.status, body: await answer.text() })
}

/** More at once than the socket's bucket holds; a form sent in the same breath comes too late. */
function flood({ flood, then }) {
  for (let at = 0; at < 150; at++) djust.handleEvent(flood, {})
  document.querySelector(then)?.requestSubmit()
}

/** The slow event is being handled while the broadcast comes in and the fast one waits. */
async function hold({ held }) {
  const [slow, fast] = held.split(' ')
  djust.handleEvent(slow, {})
  await djust.call('zoo.pushes', 'announce', {})
  djust.handleEvent(fast, {})
}

/** The socket closes while the handler works. */
function lose({ lose }) {
  djust.handleEvent(lose, {})
  setTimeout(() => djust.liveViewInstance.ws.close(), 100)
}

/** What a page does that adds its own logging around djust.call. */
function replaced(call) {
  return (...given) => call(...given)
}

/** The next patch frame never reaches the runtime, so the one after it comes with a gap. */
function loseFrame() {
  const view = djust.liveViewInstance
  const handle = view.handleMessage
  view.handleMessage = function (frame) {
    if (frame.type !== 'patch') return handle.call(this, frame)
    delete view.handleMessage
    return Promise.resolve()
  }
}

// In the capture phase: what breaks the page must be done before djust hears the click.
document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest?.('button, a')
    if (!button) return
    const data = button.dataset
    if ('replaceCall' in data) djust.call = replaced(djust.call)
    if (data.call) call(data)
    if (data.post) post(data)
    if (data.flood) flood(data)
    if (data.held) hold(data)
    if (data.send) djust.liveViewInstance.sendMessage(JSON.parse(data.send))
    if (data.lose) lose(data)
    if (data.unhide) document.querySelector(data.unhide).hidden = false
    if (data.break) document.querySelector(data.break)?.replaceChildren()
    if ('loseFrame' in data) loseFrame()
    if (data.handleEvent) djust.handleEvent(data.handleEvent, { from: 'script' })
    if (data.dispatch) djust.dispatch(data.dispatch, { from: 'script' })
    if (data.mutate) {
      const target = document.querySelector(data.mutate)
      target.dataset.level = String(Number(target.dataset.level || 0) + 1)
    }
  },
  true,
)
