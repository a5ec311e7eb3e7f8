/** What the three pages do by script, well-written but for the mishap that the address asks for. */
import { defineElements } from './elements.js'

const {
  name,
  slug,
  find,
  one: details,
  several,
  pick,
  limit,
  pause,
} = document.getElementById('page').dataset
const mishap = new URL(location.href).searchParams.get('mishap') ?? ''
const has = (id) => mishap === id
const at = (part) => document.getElementById(`${name}-${part}`)
const hear = (part, type, work) => at(part)?.addEventListener(type, work)

defineElements(has('slow-apply'))

const alarm = (problem) => {
  at('alert').textContent = problem.message
}

/** The same question has the same answer while the page is open. */
const known = new Map()

async function ask(fn, params) {
  const key = JSON.stringify([fn, params])
  if (known.has(key) && !has('repeated-call')) return known.get(key)
  const answer = await djust.call(slug, fn, params)
  known.set(key, answer)
  return answer
}

/** What fails is told to the person. */
async function tried(work) {
  if (has('unseen-error')) return name === 'shelf' ? work().catch(() => undefined) : work()
  return work().catch(alarm)
}

// Searching.

function show(hits) {
  const tag = name === 'library' ? 'div' : 'li'
  at('hits').replaceChildren(
    ...hits.map((hit) => {
      const option = document.createElement(tag)
      option.dataset.id = hit.id
      option.textContent = hit.name
      return option
    }),
  )
}

/** Counts questions: only the newest one's answer may be shown. */
let newest = 0

async function search() {
  newest += 1
  const turn = newest
  const q = at('search').value.trim()
  if (!q) return show([])
  if (has('handler-never-renders') && name === 'desk') return djust.handleEvent('look_up', { q })
  const [word, most] = limit.split(':')
  const hits = await ask(find, has('client-limit') ? { q, [word]: Number(most) } : { q })
  if (turn === newest || has('late-answer')) show(hits)
}

let timer
hear('search', 'input', () => {
  if (has('no-debounce') && name === 'desk') return tried(search)
  if (has('no-debounce') && name === 'library') return
  clearTimeout(timer)
  timer = setTimeout(() => tried(search), Number(pause))
})
hear('search', 'keyup', () => has('no-debounce') && name === 'library' && tried(search))
hear('hits', 'click', async ({ target }) => {
  const id = Number(target.closest('[data-id]')?.dataset.id ?? -1)
  if (id < 0) return
  if (!has('call-then-render') || name !== 'desk') return djust.handleEvent(pick, { id })
  const ticket = await djust.call(slug, 'ticket', { id })
  djust.handleEvent(pick, { id: ticket.id })
})

// Details of one, and of many.

let looked = 0

document.addEventListener('click', ({ target }) => {
  const id = target.closest?.('[data-details]')?.dataset.details
  if (id === undefined) return
  if (has('handler-never-renders') && name === 'library')
    return djust.handleEvent('looked_at', { id: Number(id) })
  tried(async () => {
    looked += 1
    const turn = looked
    const answer = await ask(details, { id: Number(id) })
    if (turn === looked || has('late-answer')) at('details').textContent = answer.text.slice(0, 100)
  })
})

const tell = (answers) => {
  at('details').textContent = answers.map(({ text, city }) => city ?? text).join(', ')
}
const first = (count) => Array.from({ length: count }, (_, id) => id)

const MANY = {
  desk: async () => {
    if (!has('chained-calls')) return tell(await ask(several, { ids: first(6) }))
    const answers = []
    for (const id of first(6)) answers.push(await ask(details, { id }))
    tell(answers)
  },
  shelf: async () => {
    if (!has('chained-calls')) return tell(await ask(several, { ids: first(8) }))
    tell(await Promise.all(first(8).map((id) => ask(details, { id }))))
  },
  library: async () => {
    if (!has('chained-calls')) return tell([await ask('book_with_branch', { id: 3 })])
    const card = await ask(details, { id: 3 })
    const holder = await ask('holder', { id: card.holder })
    tell([await ask('branch', { id: holder.branch })])
  },
}
hear('all', 'click', () => tried(MANY[name]))

// Each page's own.

const csrf = () => /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? ''

async function post(path, body) {
  const token = has('missing-csrf') ? {} : { 'X-CSRFToken': csrf() }
  const answer = await fetch(`/djust/api/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', ...token },
    body: JSON.stringify(body),
  })
  const said = await answer.json()
  if (!answer.ok) throw new Error(said.message ?? `It answered ${answer.status}.`)
}

const BY_HAND = {
  desk: () => post('call/desk.tickets/ticket/', { params: { id: 2 } }),
  shelf: () => post('shop.shelf/empty_basket/', {}),
  library: async () => {
    if (has('missing-csrf')) await cookieStore.delete('csrftoken')
    return djust.call(slug, 'accession', { shelf: 1 })
  },
}
hear('close', 'click', () => tried(BY_HAND[name]))
hear('flood', 'click', () => {
  for (let times = has('unanswered-ref') ? 60 : 3; times > 0; times--) djust.handleEvent('refresh', {})
})
if (!has('script-twice')) {
  hear('twice', 'click', () => {
    if (name === 'desk') djust.call(slug, 'ticket', { id: 1 })
    else djust.handleEvent('gift_wrap', { colour: 'blue' })
  })
  if (name === 'library')
    document.addEventListener(
      'keydown',
      ({ key }) => key === 'F2' && djust.call(slug, 'accession', { shelf: 4 }),
    )
}
hear('scan', 'click', () =>
  tried(() => djust.call(slug, 'save_scan', { image: 'x'.repeat(has('oversized-payload') ? 150_000 : 150) })),
)

if (has('call-then-render')) {
  let seen = 0
  hear('count', 'click', async () => {
    seen = await djust.call(slug, 'stock_count', { seen })
    at('counted').textContent = seen
  })
  hear('arrive', 'click', async () => {
    const book = await djust.call(slug, 'accession', { shelf: at('rows').childElementCount })
    const box = document.createElement('div')
    box.textContent = book.name
    at('rows').prepend(box)
  })
}
// In the capture phase: what breaks the page must be done before djust hears the click.
if (has('full-html') && name === 'library')
  document.addEventListener(
    'click',
    ({ target }) => target === at('stock') && at('fragile').replaceChildren(),
    true,
  )

window.addEventListener('djust:push_event', ({ detail: { event, payload } }) => {
  if (event === 'hits') show(payload.hits)
  if (event === 'details') at('details').textContent = payload.text
})
