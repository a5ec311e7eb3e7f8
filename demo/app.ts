/** The demo's HTTP side: the pages, the calls, the fallback for events, the reset. */

import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { readServedFile } from './files.ts'
import { answerApi } from './live/api.ts'
import { answerCall } from './live/call.ts'
import { isRecord } from './live/client-frame.ts'
import { Fallback } from './live/fallback.ts'
import { LiveSession, type SessionOptions } from './live/session.ts'
import { Markup } from './live/template/render.ts'
import type { RenderTemplate } from './live/template/templates.ts'
import type { Visitor } from './live/visitor.ts'
import { contentSecurityPolicy, isOwnOrigin } from './origin.ts'
import { type LivePage, STUDIO_PAGES } from './pages.ts'
import { COOKIE, isCsrfValid, type Visitors } from './visitors.ts'
import { isSeed, type Worlds } from './worlds.ts'

/** Bytes. */
const BODY_LIMIT = 64 * 1024
const PAGE_FILES = fileURLToPath(new URL('tags/page/', import.meta.url))

export interface AppOptions {
  /** Where the built studio, runtime and page scripts are. */
  studioDir?: string
  worlds: Worlds
  visitors: Visitors
  pages: readonly LivePage[]
  /** What the studio is told of the mishaps. */
  mishaps: readonly object[]
  render: RenderTemplate
  /** ms on a clock that never goes back. */
  now(): number
}

export function createApp(options: AppOptions): Hono {
  const { visitors, worlds, render, now, studioDir } = options
  const app = new Hono()
  /** The page that each visitor posted from last; another one starts from what was kept of it. */
  const fallbacks = new WeakMap<Visitor, Fallback>()
  const visitorOf = (c: Context) => visitors.find(getCookie(c, COOKIE))
  const sessionOptions = (visitor: Visitor): SessionOptions => {
    const announce = () => visitor.announce(null)
    return { id: crypto.randomUUID(), views: worlds.viewsOf(visitor), visitor, render, now, announce }
  }
  /** Whoever comes for the first time takes a cookie along. */
  const welcome = (c: Context): Visitor => {
    const known = visitorOf(c)
    if (known) return known
    const { visitor, cookie } = visitors.create()
    setCookie(c, COOKIE, cookie, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return visitor
  }

  app.use(async (c, next) => {
    const asked = c.req.header('host')
    const origin = c.req.header('origin')
    if (c.req.method !== 'GET' && origin !== undefined && !isOwnOrigin(origin, asked))
      return refuse(c, 403, 'wrong_origin', 'Only the demo’s own pages may do this')
    await next()
    c.header('Content-Security-Policy', contentSecurityPolicy(asked ?? ''))
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('X-Frame-Options', 'SAMEORIGIN')
    c.header('Referrer-Policy', 'same-origin')
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  })
  app.use(
    bodyLimit({
      maxSize: BODY_LIMIT,
      onError: (c) => refuse(c, 413, 'too_large', `A request may hold ${BODY_LIMIT} bytes at most`),
    }),
  )
  app.onError((problem, c) => {
    console.error(problem)
    return refuse(c, 500, 'internal_error', 'The demo failed to answer; its terminal says why')
  })
  app.notFound((c) => refuse(c, 404, 'not_found', `There is nothing at ${c.req.path}`))

  app.get('/healthz', (c) => c.json({ ok: true }))

  for (const [path, file] of Object.entries(STUDIO_PAGES))
    app.get(path, async (c) => {
      const studio = studioDir ? await readServedFile(studioDir, file) : null
      if (studio) return c.body(studio.body, 200, { 'Content-Type': studio.type })
      return c.html(
        '<!doctype html><title>djust demo</title><p>The studio is not built. The tutorial is at <a href="/tutorial">/tutorial</a>.</p>',
      )
    })

  app.get('/mishaps.json', (c) => c.json(options.mishaps))

  for (const page of options.pages) {
    app.get(page.path, (c) => show(c, page))
    app.post(page.path, (c) => fallBack(c, page))
  }

  async function show(c: Context, page: LivePage) {
    const visitor = welcome(c)
    const params = c.req.query()
    const { theme, studio } = params
    const session = new LiveSession(sessionOptions(visitor))
    await session.receive(JSON.stringify({ type: 'mount', view: page.view, params: withoutPage(params) }))
    return c.html(
      render(page.template, {
        view: new Markup(session.mounted?.html ?? ''),
        view_name: page.view,
        title: page.title,
        theme: theme === 'dark' || theme === 'light' ? theme : null,
        studio: studio !== undefined,
        without_socket: params['nosocket'] !== undefined,
        csrf_token: visitor.csrfToken,
        page: crypto.randomUUID(),
        ...page.values,
      }),
    )
  }

  async function fallBack(c: Context, { view }: LivePage) {
    const visitor = visitorOf(c)
    if (!isCsrfValid(visitor, c.req.header('x-csrftoken')))
      return refuse(c, 403, 'csrf_failed', 'CSRF token missing or incorrect. Reload the page.')
    const event = c.req.header('x-djust-event')
    if (!event) return refuse(c, 400, 'invalid_body', 'The X-Djust-Event header names no event')
    const params: unknown = await c.req.json().catch(() => null)
    if (!isRecord(params))
      return refuse(c, 400, 'invalid_json', 'The body must be a JSON object of parameters')
    const page = (c.req.header('x-djust-page') ?? '').slice(0, 100)
    const known = fallbacks.get(visitor)
    const fallback =
      known?.page === page && known.view === view ? known : new Fallback(view, page, sessionOptions(visitor))
    fallbacks.set(visitor, fallback)
    const { status, body } = await fallback.answer(event, params)
    return c.json(body, status)
  }

  app.post('/djust/api/call/:slug/:name/', async (c) => {
    const started = now()
    const visitor = visitorOf(c)
    const valid = isCsrfValid(visitor, c.req.header('x-csrftoken'))
    const { slug, name } = c.req.param()
    const call = { slug, name, isCsrfValid: valid, body: await c.req.text() }
    const caller = visitor ?? visitors.passerBy()
    const views = worlds.viewsOf(visitor)
    const { status, reply } = await answerCall(call, views, caller, started)
    c.header('Server-Timing', `app;dur=${(now() - started).toFixed(3)}`)
    await pause(views.called(slug)?.far ?? 0)
    return c.json(reply, status)
  })

  app.post('/djust/api/:slug/:handler/', async (c) => {
    const started = now()
    const visitor = visitorOf(c)
    const isValid = isCsrfValid(visitor, c.req.header('x-csrftoken'))
    const request = { ...c.req.param(), isCsrfValid: isValid, body: await c.req.text() }
    const { status, reply } = await answerApi(request, worlds.viewsOf(visitor), visitor, started)
    c.header('Server-Timing', `app;dur=${(now() - started).toFixed(3)}`)
    return c.json(reply, status)
  })

  app.post('/reset', async (c) => {
    // Concerns nobody's own state, so the browser's word for who asks is enough: a page without a token may reset too.
    const isOurs = isOwnOrigin(c.req.header('origin'), c.req.header('host'))
    if (!isOurs && !isCsrfValid(visitorOf(c), c.req.header('x-csrftoken')))
      return refuse(c, 403, 'csrf_failed', 'CSRF token missing or incorrect. Reload the page.')
    const visitor = visitorOf(c)
    if (worlds.areOwn) await worlds.restoreOf(visitor)
    else {
      worlds.restore()
      await visitors.reset()
    }
    return c.json({ ok: true })
  })

  app.post('/lesson/state', async (c) => {
    if (!isOwnOrigin(c.req.header('origin'), c.req.header('host')))
      return refuse(c, 403, 'wrong_origin', 'Only the demo’s own pages may do this')
    const body: unknown = await c.req.json().catch(() => null)
    const seed = isRecord(body) ? body['seed'] : undefined
    if (!isSeed(seed)) return refuse(c, 400, 'invalid_seed', 'A seed is a whole number from 0 to 4294967295')
    await worlds.begin(welcome(c), seed)
    return c.json({ ok: true })
  })

  app.get('*', async (c) => {
    const file =
      (c.req.path === '/tutorial.css' ? await readServedFile(PAGE_FILES, c.req.path) : null) ??
      (studioDir ? await readServedFile(studioDir, c.req.path) : null)
    if (!file) return c.notFound()
    return c.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' })
  })

  return app
}

function refuse(c: Context, status: 400 | 403 | 404 | 413 | 500, error: string, message: string) {
  return c.json({ error, message }, status)
}

/** Which page load it is, only the runtime says: an address that did would take another page's state. */
function withoutPage({ _page, ...params }: Record<string, string>): Record<string, string> {
  return params
}
