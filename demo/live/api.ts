/** Answers one request to an exposed event handler (`expose_api`): every check of djust's in its order, then the handler on a fresh view. */

import { isDeepStrictEqual } from 'node:util'
import { API_ERRORS, type ApiErrorCode, type ApiReply } from '../../src/protocol/wire.ts'
import { isRecord } from './client-frame.ts'
import { checkParams } from './coerce.ts'
import { plain } from './plain.ts'
import { Refusal } from './refusal.ts'
import { type Context, type EventHandler, memberOf, PermissionDenied, type View, type Views } from './view.ts'
import type { Visitor } from './visitor.ts'

export interface ApiRequest {
  slug: string
  handler: string
  /** Whether the request proved that it comes from our own page. */
  isCsrfValid: boolean
  body: string
}

export interface ApiAnswer {
  status: 200 | (typeof API_ERRORS)[ApiErrorCode]
  reply: ApiReply
}

class ApiRefusal extends Refusal<ApiErrorCode> {}

/**
 * @param visitor null for somebody whom nobody knows
 * @param now ms on a clock that never goes back
 */
export async function answerApi(
  request: ApiRequest,
  views: Views,
  visitor: Visitor | null,
  now: number,
): Promise<ApiAnswer> {
  try {
    return { status: 200, reply: await run(request, views, visitor, now) }
  } catch (problem) {
    if (!(problem instanceof ApiRefusal)) throw problem
    return { status: API_ERRORS[problem.code], reply: problem.reply }
  }
}

async function run(request: ApiRequest, views: Views, visitor: Visitor | null, now: number) {
  const view = views.called(request.slug)
  if (!view) throw new ApiRefusal('unknown_view', `There is no view "${request.slug.slice(0, 100)}"`)
  if (!visitor) throw new ApiRefusal('unauthenticated', 'Authentication required')
  if (!request.isCsrfValid)
    throw new ApiRefusal('csrf_failed', 'CSRF token missing or incorrect. Reload the page.')
  const given = readParams(request.body)
  const state = mount(view, visitor)
  const refused = view.refuse?.(visitor.shelf)
  if (refused)
    throw new ApiRefusal(refused, refused === 'login_required' ? 'Log in first' : 'You may not do that')
  const name = request.handler.slice(0, 100)
  const member = memberOf(view, request.handler)
  if (!member) throw new ApiRefusal('unknown_handler', `${request.slug} has no handler "${name}"`)
  if (member.kind !== 'event_handler' || !member.exposeApi)
    throw new ApiRefusal('handler_not_exposed', `"${name}" is not exposed over HTTP`)
  if (member.limit && !visitor.limiter.take(name, member.limit, now))
    throw new ApiRefusal('rate_limited', 'Rate limit exceeded')
  const checked = checkParams(name, member.params, given)
  if (!checked.ok) throw new ApiRefusal('invalid_params', checked.message, checked.details)
  const before = structuredClone(state)
  const result = await handle(member, state, checked.args, visitor)
  return { result, assigns: changes(before, state) }
}

/** The body is the parameters themselves: no `params` around them, as a call has. */
function readParams(body: string): Record<string, unknown> {
  if (body.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new ApiRefusal('invalid_json', 'The body is not valid JSON')
  }
  if (!isRecord(value)) throw new ApiRefusal('invalid_json', 'The body must be a JSON object')
  return value
}

function mount(view: View, visitor: Visitor): object {
  try {
    return view.mount({}, visitor.shelf)
  } catch (problem) {
    const isDenied = problem instanceof PermissionDenied
    throw isDenied
      ? new ApiRefusal('permission_denied', problem.message || 'Permission denied')
      : new ApiRefusal('mount_failed', 'View initialization failed')
  }
}

async function handle(
  member: EventHandler<object>,
  state: object,
  args: Record<string, unknown>,
  visitor: Visitor,
): Promise<unknown> {
  try {
    return plain(await member.run(state, args, contextOf(visitor)))
  } catch (problem) {
    if (problem instanceof PermissionDenied) throw new ApiRefusal('permission_denied', problem.message)
    console.error(problem)
    throw new ApiRefusal('handler_error', 'Handler raised an unexpected error')
  }
}

/** There is no page to push to or to render for. */
function contextOf(visitor: Visitor): Context {
  const nothing = () => undefined
  return {
    shelf: visitor.shelf,
    ...{ pushEvent: nothing, resetForm: nothing, forceHtml: nothing, skipRender: nothing },
    announce: () => visitor.announce(null),
  }
}

/** What of the fresh view's state the handler changed; names that begin with `_` are the view's own. */
function changes(before: object, after: object): Record<string, unknown> {
  const old = new Map(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => !key.startsWith('_') && !isDeepStrictEqual(old.get(key), value),
    ),
  )
}
