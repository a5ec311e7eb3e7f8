/** Which frames and patch operations djust has, and what each does to the page (djust-wire 2.3, 2.4, 2.9, 5.1). */
import type { Patch } from '../../protocol/wire.ts'
import type { Kind } from '../exchange.ts'

/** What an open frame of the page waits for; `nothing` when the protocol has no answer to it. */
export type Awaits =
  | 'event'
  | 'url_change'
  | 'mount'
  | 'mount_batch'
  | 'html_recovery'
  | 'pong'
  | 'upload'
  | 'response'
  | 'nothing'

/** How a frame of the server touches the DOM. */
type Effect = 'patches' | 'html' | 'mount' | 'direct' | 'none'

interface ServerFrame {
  /** The kind of the row it makes when it answers nothing. */
  kind: Kind
  effect: Effect
  answers?: Awaits
}

const system: ServerFrame = { kind: 'system', effect: 'none' }
const direct: ServerFrame = { kind: 'push', effect: 'direct' }

const SERVER_FRAMES: ReadonlyMap<string, ServerFrame> = new Map<string, ServerFrame>([
  ['patch', { kind: 'push', effect: 'patches' }],
  ['html_update', { kind: 'push', effect: 'html' }],
  ['noop', { kind: 'push', effect: 'none' }],
  ['error', { kind: 'push', effect: 'none' }],
  ['rate_limit_exceeded', { kind: 'push', effect: 'none' }],
  ['push_event', { kind: 'push', effect: 'none' }],
  ['embedded_update', { kind: 'push', effect: 'html' }],
  ['child_update', { kind: 'push', effect: 'patches' }],
  ['sticky_update', { kind: 'push', effect: 'patches' }],
  ['stream', direct],
  ['flash', direct],
  ['page_metadata', direct],
  ['layout', direct],
  ['sticky_hold', { kind: 'system', effect: 'direct' }],
  ['navigation', { kind: 'navigation', effect: 'none' }],
  ['navigate', { kind: 'navigation', effect: 'none' }],
  ['mount', { kind: 'system', effect: 'mount', answers: 'mount' }],
  ['mount_batch', { kind: 'system', effect: 'mount', answers: 'mount_batch' }],
  ['html_recovery', { kind: 'system', effect: 'html', answers: 'html_recovery' }],
  ['pong', { kind: 'system', effect: 'none', answers: 'pong' }],
  ['upload_registered', { kind: 'system', effect: 'none', answers: 'upload' }],
  ['upload_resumed', { kind: 'system', effect: 'none', answers: 'upload' }],
  ['upload_progress', { kind: 'system', effect: 'none', answers: 'upload' }],
  ...[
    'connect',
    'sse_connect',
    'accessibility',
    'focus',
    'i18n',
    'presence_event',
    'reload',
    'hvr-applied',
    'time_travel_state',
    'time_travel_event',
    'bug_capture_share_result',
  ].map((type) => [type, system] as const),
])

export function serverFrame(type: string): ServerFrame | undefined {
  return SERVER_FRAMES.get(type)
}

const CLIENT_FRAMES: ReadonlyMap<string, { kind: Kind; awaits: Awaits }> = new Map<
  string,
  { kind: Kind; awaits: Awaits }
>([
  ['event', { kind: 'dispatch', awaits: 'event' }],
  ['url_change', { kind: 'navigation', awaits: 'url_change' }],
  ['live_redirect_mount', { kind: 'navigation', awaits: 'mount' }],
  ['mount', { kind: 'system', awaits: 'mount' }],
  ['mount_batch', { kind: 'system', awaits: 'mount_batch' }],
  ['request_html', { kind: 'system', awaits: 'html_recovery' }],
  ['ping', { kind: 'system', awaits: 'pong' }],
  ['upload_register', { kind: 'system', awaits: 'upload' }],
  ['upload_resume', { kind: 'system', awaits: 'upload' }],
  ...[
    'time_travel_jump',
    'time_travel_component_jump',
    'forward_replay',
    'bug_capture_share',
    'presence_heartbeat',
    'cursor_move',
    'debug_panel_open',
    'debug_panel_close',
  ].map((type) => [type, { kind: 'system', awaits: 'nothing' }] as const),
])

export function clientFrame(type: string): { kind: Kind; awaits: Awaits } | undefined {
  return CLIENT_FRAMES.get(type)
}

const PATCH_OPS: Record<Patch['type'], true> = {
  Replace: true,
  SetText: true,
  SetAttr: true,
  RemoveAttr: true,
  InsertChild: true,
  RemoveChild: true,
  MoveChild: true,
  VirtualUpdate: true,
  VirtualInsert: true,
  VirtualMove: true,
  VirtualRemove: true,
  RemoveSubtree: true,
  InsertSubtree: true,
  MoveSubtree: true,
}

export function isPatchOp(op: string): boolean {
  return Object.hasOwn(PATCH_OPS, op)
}
