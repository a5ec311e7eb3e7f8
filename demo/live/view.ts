/** How a live view is declared: its state, what may be dispatched to it, and what may be called on it. */

import type { Args, Params } from './coerce.ts'
import type { RateLimit } from './rate-limit.ts'

/** What a view may know and do besides its own state. */
export interface Context {
  /** The visitor's own shelf, shared by all the visitor's tabs (Django's `request.session`). */
  readonly shelf: Map<string, unknown>
  /** Sends a `push_event` along with the reply. */
  pushEvent(event: string, payload: unknown): void
  /** Asks the page to reset the form that was submitted. */
  resetForm(): void
  /** Answers with the whole HTML instead of patches. */
  forceHtml(): void
  /** Answers `noop` whatever changed. */
  skipRender(): void
  /** Tells the visitor's other tabs that something they share has changed. */
  announce(): void
}

/** An event: changes state, then the view renders. What it raises becomes an `error` frame. */
export interface EventHandler<S> {
  kind: 'event_handler'
  params: Params
  limit?: RateLimit
  /** Also answers `POST /djust/api/<slug>/<handler>/`, on a fresh view and with no page (djust's `expose_api=True`). */
  exposeApi?: true
  run(state: S, args: Record<string, unknown>, context: Context): unknown
}

/** An event whose outcome is state too: the template reads `{{ name.error }}` and `{{ name.result }}`. */
export interface Action<S> {
  kind: 'action'
  params: Params
  limit?: RateLimit
  run(state: S, args: Record<string, unknown>, context: Context): unknown
}

/** Plain RPC on a fresh instance of the view: never renders, never sees the live state. */
export interface ServerFunction<S> {
  kind: 'server_function'
  params: Params
  limit?: RateLimit
  run(state: S, args: Record<string, unknown>): unknown
}

export type Member<S> = EventHandler<S> | Action<S> | ServerFunction<S>

export interface ActionState {
  pending: boolean
  error: string | null
  result: unknown
}

export interface View<S extends object = object> {
  /** As in `<div dj-view="…">`. */
  name: string
  /** The slug of `djust.call`. */
  apiName: string
  template: string
  /** Fresh state. May raise; `PermissionDenied` has a status of its own. */
  mount(params: Readonly<Record<string, unknown>>, shelf: ReadonlyMap<string, unknown>): S
  /** Who may not enter at all; null lets everyone in. */
  refuse?(shelf: ReadonlyMap<string, unknown>): 'login_required' | 'permission_denied' | null
  members: Readonly<Record<string, Member<S>>>
  /** State fields that `dj-model` may write. */
  models?: readonly string[]
  /** The URL changed without a page load. */
  urlChanged?(state: S, params: Readonly<Record<string, unknown>>, context: Context): void
  /** Another tab of this visitor announced a change, or the server was reset. */
  refresh?(state: S, context: Context): void
  /** ms that the answer to a call is under way, beyond what the server needs: as over a slow line. */
  far?: number
  /** Runs by the clock; `every` is ms. */
  tick?: { every: number; run(state: S, context: Context): void }
}

/** Raised by `mount` to answer 403 instead of 500. */
export class PermissionDenied extends Error {}

/** Raised to tell the person what was wrong with what they sent, as the tutorial raises Python's. */
export class ValueError extends Error {}

type Options = { limit?: RateLimit }

/** The arguments are checked against `params` before `run` sees them, which is what makes the types true. */
export function eventHandler<S, P extends Params>(
  params: P,
  run: (state: S, args: Args<P>, context: Context) => unknown,
  options: Options & { exposeApi?: true } = {},
): EventHandler<S> {
  return {
    kind: 'event_handler',
    params,
    run: (state, args, context) => run(state, args as Args<P>, context),
    ...options,
  }
}

export function action<S, P extends Params>(
  params: P,
  run: (state: S, args: Args<P>, context: Context) => unknown,
  options: Options = {},
): Action<S> {
  return {
    kind: 'action',
    params,
    run: (state, args, context) => run(state, args as Args<P>, context),
    ...options,
  }
}

export function serverFunction<S, P extends Params>(
  params: P,
  run: (args: Args<P>, state: S) => unknown,
  options: Options = {},
): ServerFunction<S> {
  return { kind: 'server_function', params, run: (state, args) => run(args as Args<P>, state), ...options }
}

/** The views of one server, found by name or by slug. */
export class Views {
  readonly #views: readonly View[]

  /** @throws Error when two views share a name or a slug. */
  constructor(views: readonly View[]) {
    for (const key of ['name', 'apiName'] as const) {
      const seen = new Set(views.map((view) => view[key]))
      if (seen.size < views.length) throw new Error(`Two views share the same ${key}`)
    }
    this.#views = views
  }

  named(name: string): View | undefined {
    return this.#views.find((view) => view.name === name)
  }

  called(slug: string): View | undefined {
    return this.#views.find((view) => view.apiName === slug)
  }
}

/** The member of that name, never one inherited from `Object`. */
export function memberOf<S extends object>(view: View<S>, name: string): Member<S> | undefined {
  return Object.hasOwn(view.members, name) ? view.members[name] : undefined
}

/** What the page is told. A defect says to the terminal what it is: its words are an engine's, not for the person. */
export function messageOf(problem: unknown): string {
  if (problem instanceof ValueError || problem instanceof PermissionDenied) return problem.message
  console.error(problem)
  return 'The demo failed to do this; its terminal says why'
}
