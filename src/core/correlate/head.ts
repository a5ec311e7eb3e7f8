/**
 * Reads a body once and keeps only what correlation needs, so that a log of big frames stays small.
 *
 * A body that was cut is read through its outline. Nothing here throws: what cannot be read says why.
 */

import type { Body } from '../../protocol/facts.ts'
import { isRecord } from '../is-record.ts'
import { isPatchOp } from './catalog.ts'

export interface Head {
  /** Why the body is not a readable JSON object; absent when it is one. */
  unreadable?: 'not JSON' | 'not an object' | 'binary' | 'cut'
  /** The frame's type; empty when it has none. */
  type: string
  /** A number for events; a UUID string for uploads. */
  ref?: number | string
  /** The event it names, as `event_name` or `event`. */
  event?: string
  source?: string
  view?: string
  /** How many patches it carries; absent when it has no list of patches. */
  patches?: number
  /** The version of the page that it makes. */
  version?: number
  /** Patch operations that this reader does not know. */
  strangeOps?: string[]
  /** It carries HTML, or (a batch of mounts) views that do. */
  html?: true
  asyncPending?: true
  /** An error after which the page loads itself again. */
  unrecoverable?: true
  /** An event whose answer the client will cache. */
  caches?: true
  /** What a typed error says: its text, code and details. */
  message?: string
  code?: string
  details?: unknown
  /** Which stream, or which action of a navigation. */
  label?: string
  /** What the server says it spent rendering, ms. */
  render?: number
}

type Fields = Record<string, unknown>

export function readHead(body: Body): Head {
  if (body.encoding !== undefined) return { type: '', unreadable: 'binary' }
  if (body.cut) return body.outline ? headOf(body.outline, true) : { type: '', unreadable: 'cut' }
  const json = parse(body.text)
  if (json === undefined) return { type: '', unreadable: 'not JSON' }
  if (!isRecord(json)) return { type: '', unreadable: 'not an object' }
  return headOf(json, false)
}

function headOf(fields: Fields, cut: boolean): Head {
  const head: Head = { type: text(fields['type']) ?? '' }
  const ref = fields['ref']
  if (typeof ref === 'number' || typeof ref === 'string') head.ref = ref
  put(head, 'event', text(fields['event_name']) ?? text(fields['event']))
  put(head, 'source', sourceOf(fields))
  put(head, 'view', text(fields['view']) ?? text(fields['view_id']))
  put(head, 'patches', lengthOf(fields['patches'], cut))
  const version = fields['version']
  if (typeof version === 'number') head.version = version
  put(head, 'strangeOps', strangeOps(fields['patches']))
  if ('html' in fields || lengthOf(fields['views'], cut)) head.html = true
  if (fields['async_pending'] === true) head.asyncPending = true
  if (fields['recoverable'] === false) head.unrecoverable = true
  const params = fields['params']
  if (isRecord(params) && '_cacheRequestId' in params) head.caches = true
  const error = text(fields['error'])
  // A call's error carries its code under `error` and its text under `message`; a frame's carries its text under `error`.
  put(head, 'message', text(fields['message']) ?? error)
  put(head, 'code', text(fields['code']) ?? (head.type === '' ? error : undefined))
  put(head, 'details', fields['details'] ?? fields['validation_details'])
  put(head, 'label', text(fields['stream']) ?? text(fields['action']))
  const timing = fields['timing']
  if (isRecord(timing) && typeof timing['render'] === 'number') head.render = timing['render']
  return head
}

function put<K extends keyof Head>(head: Head, key: K, value: Head[K] | undefined): void {
  if (value !== undefined) head[key] = value
}

function sourceOf(fields: Fields): string | undefined {
  if (fields['hotreload'] === true) return 'hotreload'
  return text(fields['source']) ?? (fields['broadcast'] === true ? 'broadcast' : undefined)
}

/** An outline says an array by its length. */
function lengthOf(value: unknown, cut: boolean): number | undefined {
  if (Array.isArray(value)) return value.length
  return cut && typeof value === 'number' ? value : undefined
}

function strangeOps(patches: unknown): string[] | undefined {
  if (!Array.isArray(patches)) return undefined
  const strange = new Set<string>()
  for (const patch of patches) {
    const op = isRecord(patch) ? patch['type'] : undefined
    if (typeof op !== 'string') strange.add('a patch without a type')
    else if (!isPatchOp(op)) strange.add(op)
  }
  return strange.size > 0 ? [...strange] : undefined
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
