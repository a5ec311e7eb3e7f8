/** Events over HTTP, for a page without a socket: same view, same handlers, one request each (djust-wire 3.2). */

import type { Saved } from './mounted-view.ts'
import { LiveSession, type SessionOptions } from './session.ts'

export interface FallbackAnswer {
  status: 200 | 400 | 403 | 404 | 429 | 500
  body: Record<string, unknown>
}

const STATUSES: Readonly<Record<string, FallbackAnswer['status']>> = {
  unknown_event: 404,
  invalid_params: 400,
  login_required: 403,
  permission_denied: 403,
}

/** One page load's stand-in for a socket. Its state waits with the visitor, so that a socket goes on from there. */
export class Fallback {
  readonly #options: SessionOptions
  readonly view: string
  readonly page: string
  #session: LiveSession | null = null
  /** What this left with the visitor; anything else there means that a socket came in between. */
  #left: Saved | undefined

  constructor(view: string, page: string, options: SessionOptions) {
    this.view = view
    this.page = page
    this.#options = options
  }

  async answer(event: string, params: Record<string, unknown>): Promise<FallbackAnswer> {
    const { visitor } = this.#options
    const kept = visitor.kept(this.#key)
    const isContinued = this.#session !== null && kept === this.#left
    const session = isContinued && this.#session ? this.#session : new LiveSession(this.#options)
    if (!isContinued) {
      const mount = { type: 'mount', view: this.view, params: { _page: this.page } }
      const [refusal] = await session.receive(JSON.stringify(mount))
      if (refusal?.type === 'error') return refuse(refusal)
    }
    // Patches fit only a page that shows what this session rendered last: its own, or the untouched page.
    const mayPatch = isContinued || (this.#session === null && kept === undefined)
    this.#session = session
    const frames = await session.receive(JSON.stringify({ type: 'event', event, params }))
    session.leave()
    this.#left = visitor.kept(this.#key)
    return answerOf(frames.filter(({ type }) => type !== 'push_event')[0], session, mayPatch)
  }

  get #key(): string {
    return `${this.view} ${this.page}`
  }
}

function answerOf(
  frame: Awaited<ReturnType<LiveSession['receive']>>[number] | undefined,
  session: LiveSession,
  mayPatch: boolean,
): FallbackAnswer {
  if (frame?.type === 'error') return refuse(frame)
  if (frame?.type === 'rate_limit_exceeded') return { status: 429, body: { error: frame.message } }
  const form = frame && 'reset_form' in frame && frame.reset_form ? { reset_form: true } : {}
  if (mayPatch && frame?.type === 'patch' && frame.patches.length > 0)
    return { status: 200, body: { patches: frame.patches, version: frame.version, ...form } }
  return { status: 200, body: { ...session.whole, ...form } }
}

function refuse(frame: { error: string; code?: string }): FallbackAnswer {
  return { status: STATUSES[frame.code ?? ''] ?? 500, body: { error: frame.error } }
}
