/**
 * What djust says on its wire: the frames a page and its server exchange (djust-wire 2.3, 2.4, 5.1), as types only.
 *
 * Every field but `type` may be missing on some release, so readers treat these as hints and never as guarantees.
 */

/** A node as the server sends it inside a patch. Text is `#text`, a comment is `#comment`. */
export interface VNode {
  tag: string
  attrs: Record<string, string>
  children: VNode[]
  text: string | null
  key: string | null
  /** The `dj-id` the server will address this element by; the client reads it from `attrs['dj-id']`. */
  djust_id?: string
}

/** Where a patch lands: child indices from the view root, and the target's `dj-id` (looked up first) where it has one. */
interface Target {
  path: number[]
  d?: string
}

export type Patch =
  | (Target & { type: 'Replace'; node: VNode })
  | (Target & { type: 'SetText'; text: string })
  | (Target & { type: 'SetAttr'; key: string; value: string })
  | (Target & { type: 'RemoveAttr'; key: string })
  | (Target & { type: 'InsertChild'; index: number; node: VNode; ref_d?: string })
  | (Target & { type: 'RemoveChild'; index: number; child_d?: string })
  | (Target & { type: 'MoveChild'; from: number; to: number; child_d?: string })
  | (Target & { type: 'VirtualUpdate'; key: string; patches: Patch[] })
  | (Target & { type: 'VirtualInsert'; key: string; node: VNode; before_key?: string })
  | (Target & { type: 'VirtualMove'; key: string; before_key?: string })
  | (Target & { type: 'VirtualRemove'; key: string })
  | { type: 'RemoveSubtree'; id: string }
  | (Target & { type: 'InsertSubtree'; id: string; index: number; html: string })
  | (Target & { type: 'MoveSubtree'; id: string; index: number })

/** What the page sends over its socket, or posts to an SSE session. */
export type ClientFrame =
  | {
      type: 'mount'
      view: string
      params?: Record<string, unknown>
      url?: string
      has_prerendered?: boolean
      client_timezone?: string | null
    }
  | { type: 'event'; event: string; params: Record<string, unknown>; ref?: number }
  | { type: 'url_change'; params: Record<string, unknown>; uri: string }
  | { type: 'live_redirect_mount'; view: string; params?: Record<string, unknown>; url?: string }
  | { type: 'request_html' }
  | { type: 'ping' }

/** Who made the server speak. */
export type Source = 'event' | 'tick' | 'broadcast' | 'async'

interface Reply {
  ref?: number
  event_name?: string
  source?: Source
  broadcast?: boolean
  async_pending?: boolean
  cache_request_id?: string
}

/** What the server sends. Only the frames that our own demo speaks are spelled out; readers accept any `type`. */
export type ServerFrame =
  | { type: 'connect'; session_id: string }
  | { type: 'mount'; session_id: string; view: string; version: number; html?: string; has_ids?: boolean }
  | (Reply & {
      type: 'patch'
      version: number
      patches: Patch[]
      timing?: { render?: number }
      reset_form?: boolean
    })
  | (Reply & {
      type: 'html_update'
      version: number
      html: string
      timing?: { render?: number }
      reset_form?: boolean
    })
  | { type: 'html_recovery'; version: number; html: string }
  | (Reply & { type: 'noop' })
  | { type: 'error'; error: string; code?: string; recoverable?: boolean; ref?: number; event?: string }
  | { type: 'rate_limit_exceeded'; message: string }
  | { type: 'push_event'; event: string; payload: unknown }
  | { type: 'pong' }

/** What `POST …/call/<slug>/<fn>/` answers (djust-wire 4). */
export type CallReply = { result: unknown } | { error: string; message: string; details?: unknown }

/** Every error code a call can answer with, in the order the server checks (djust-wire 4.2), with its HTTP status. */
export const CALL_ERRORS = {
  unknown_view: 404,
  csrf_failed: 403,
  invalid_json: 400,
  invalid_body: 400,
  mount_failed: 500,
  login_required: 401,
  permission_denied: 403,
  unknown_function: 404,
  not_a_server_function: 404,
  rate_limited: 429,
  invalid_params: 400,
  function_error: 500,
} as const
export type CallErrorCode = keyof typeof CALL_ERRORS

/** What `POST …/<slug>/<handler>/` answers for a handler with `expose_api`: what it returned, and what it changed in its fresh view. */
export type ApiReply =
  | { result: unknown; assigns: Record<string, unknown> }
  | { error: string; message: string; details?: unknown }

/** Every error code such a request can answer with, in the order the server checks, with its HTTP status. */
export const API_ERRORS = {
  unknown_view: 404,
  unauthenticated: 401,
  csrf_failed: 403,
  invalid_json: 400,
  mount_failed: 500,
  login_required: 401,
  permission_denied: 403,
  unknown_handler: 404,
  handler_not_exposed: 404,
  rate_limited: 429,
  invalid_params: 400,
  handler_error: 500,
} as const
export type ApiErrorCode = keyof typeof API_ERRORS
