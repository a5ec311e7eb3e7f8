/** Asks the page's own runtime again. Runs in the page's world, of which it trusts nothing: what goes wrong there is an outcome. */
import type { Outcome, Sending } from '../../protocol/reach.ts'

/** ms. A page that has said nothing by then may still answer, and the log will show it. */
export const PATIENCE = 20_000

/** Self-contained, because it crosses into the page as text. `patience` in ms. Never rejects. */
export async function resendInPage(
  sending: Sending,
  patience: number,
  view: Window & typeof globalThis = window,
): Promise<Outcome> {
  const { document, performance } = view
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : undefined)
  const ms = () => {
    try {
      return Number(performance.now())
    } catch {
      return 0
    }
  }
  let from = ms()
  let to = from
  try {
    // Where the runtime looks for it (djust-wire 4.1).
    const token =
      document.querySelector<HTMLInputElement>('[name=csrfmiddlewaretoken]')?.value ??
      /(?:^|; *)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ??
      ''
    // Every other secret was filled in by hand; this one is the page's own, as it is now.
    const body = sending.body.replace(/‹csrf#\d+›/g, () => JSON.stringify(token).slice(1, -1))
    const { djust } = view as unknown as { djust?: Record<string, unknown> }
    const method = sending.by === 'djust.call' ? 'call' : 'handleEvent'
    if (sending.by !== 'fetch' && typeof djust?.[method] !== 'function')
      return { end: 'unsent', says: `The page has no ${sending.by}.` }
    const params: unknown = view.JSON.parse(body)
    const runtime = djust as Record<'call' | 'handleEvent', (...args: unknown[]) => unknown>
    from = to = ms()
    let asked: unknown
    if (sending.by === 'djust.call') asked = runtime.call(sending.view, sending.name, params)
    else if (sending.by === 'djust.handleEvent') asked = runtime.handleEvent(sending.name, params)
    else {
      const isOwn = new URL(sending.url, document.baseURI).origin === view.location.origin
      asked = view.fetch(sending.url, {
        method: 'POST',
        credentials: 'same-origin',
        // A token is its own origin's business.
        headers: { 'Content-Type': 'application/json', ...(isOwn ? { 'X-CSRFToken': token } : {}) },
        body,
      })
    }
    to = ms()
    const late = {}
    const answer = await Promise.race([asked, new Promise((done) => setTimeout(() => done(late), patience))])
    const times = { from, to, took: ms() - from }
    if (answer === late) return { end: 'late', ...times }
    if (sending.by !== 'fetch') return { end: 'ok', ...times }
    const { ok, status } = answer as Response
    if (ok) return { end: 'ok', ...times, status }
    const said = await (answer as Response).json().catch(() => ({}))
    const [message, code] = [text(said?.message), text(said?.error)]
    return { end: 'error', ...times, status, ...(message && { message }), ...(code && { code }) }
  } catch (thrown) {
    const error = { from, to, took: ms() - from } as Outcome & { end: 'error' }
    error.end = 'error'
    try {
      // What was thrown is the page's, getters and all.
      const { message, code, status } = (thrown ?? {}) as Record<string, unknown>
      error.message = text(message) ?? text(thrown) ?? 'The page threw no error but something else.'
      if (typeof code === 'string') error.code = code.slice(0, 100)
      if (typeof status === 'number') error.status = status
    } catch {}
    return error
  }
}
