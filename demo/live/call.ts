/** Answers one `djust.call`: every check of djust-wire 4.2 in its order, then the function on a fresh view. */

import { CALL_ERRORS, type CallErrorCode, type CallReply } from '../../src/protocol/wire.ts'
import { isRecord } from './client-frame.ts'
import { checkParams } from './coerce.ts'
import { plain } from './plain.ts'
import { Refusal } from './refusal.ts'
import { memberOf, messageOf, PermissionDenied, type View, type Views } from './view.ts'
import type { Visitor } from './visitor.ts'

export interface Call {
  slug: string
  name: string
  /** Whether the request proved that it comes from our own page. */
  isCsrfValid: boolean
  body: string
}

export interface CallAnswer {
  status: 200 | (typeof CALL_ERRORS)[CallErrorCode]
  reply: CallReply
}

class CallRefusal extends Refusal<CallErrorCode> {}

/** @param now ms on a clock that never goes back */
export async function answerCall(
  call: Call,
  views: Views,
  visitor: Visitor,
  now: number,
): Promise<CallAnswer> {
  try {
    return { status: 200, reply: { result: await run(call, views, visitor, now) } }
  } catch (problem) {
    if (!(problem instanceof CallRefusal)) throw problem
    return { status: CALL_ERRORS[problem.code], reply: problem.reply }
  }
}

async function run(call: Call, views: Views, visitor: Visitor, now: number): Promise<unknown> {
  const view = views.called(call.slug)
  if (!view) throw new CallRefusal('unknown_view', `There is no view "${call.slug.slice(0, 100)}"`)
  if (!call.isCsrfValid)
    throw new CallRefusal('csrf_failed', 'CSRF token missing or incorrect. Reload the page.')
  const given = readParams(call.body)
  const state = mount(view, visitor)
  const refused = view.refuse?.(visitor.shelf)
  if (refused)
    throw new CallRefusal(refused, refused === 'login_required' ? 'Log in first' : 'You may not do that')
  const name = call.name.slice(0, 100)
  const member = memberOf(view, call.name)
  if (!member) throw new CallRefusal('unknown_function', `${call.slug} has no function "${name}"`)
  if (member.kind !== 'server_function')
    throw new CallRefusal('not_a_server_function', `"${name}" is an event handler: dispatch it instead`)
  if (member.limit && !visitor.limiter.take(name, member.limit, now))
    throw new CallRefusal('rate_limited', 'Rate limit exceeded')
  const checked = checkParams(name, member.params, given)
  if (!checked.ok) throw new CallRefusal('invalid_params', checked.message, checked.details)
  try {
    return plain(await member.run(state, checked.args))
  } catch (problem) {
    throw new CallRefusal('function_error', messageOf(problem))
  }
}

function readParams(body: string): Record<string, unknown> {
  if (body.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new CallRefusal('invalid_json', 'The body is not valid JSON')
  }
  if (!isRecord(value)) throw new CallRefusal('invalid_json', 'The body must be a JSON object')
  const { params = {}, ...others } = value
  if (Object.keys(others).length > 0 || !isRecord(params))
    throw new CallRefusal('invalid_body', 'The body must be {"params": {…}} and nothing else')
  return params
}

function mount(view: View, visitor: Visitor): object {
  try {
    return view.mount({}, visitor.shelf)
  } catch (problem) {
    throw new CallRefusal(
      problem instanceof PermissionDenied ? 'permission_denied' : 'mount_failed',
      messageOf(problem),
    )
  }
}
