/** The door for what a page sends: text in, a frame of a known shape or a clear refusal out. */

import type { ClientFrame } from '../../src/protocol/wire.ts'

export type Read = { ok: true; frame: ClientFrame } | { ok: false; error: string }

type Shape = Record<string, 'string' | 'params' | 'params?' | 'string?' | 'number?'>

const SHAPES: Readonly<Record<ClientFrame['type'], Shape>> = {
  mount: { view: 'string', params: 'params?', url: 'string?' },
  live_redirect_mount: { view: 'string', params: 'params?', url: 'string?' },
  event: { event: 'string', params: 'params?', ref: 'number?' },
  url_change: { params: 'params?', uri: 'string?' },
  request_html: {},
  ping: {},
}

export function readClientFrame(text: string): Read {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, error: 'Invalid JSON' }
  }
  if (!isRecord(value)) return { ok: false, error: 'A message must be a JSON object' }
  const type = value['type']
  if (typeof type !== 'string') return { ok: false, error: 'A message must have a type' }
  const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type as ClientFrame['type']] : undefined
  if (!shape) return { ok: false, error: `Unknown message type: ${type.slice(0, 100)}` }
  const wrong = Object.entries(shape).find(([key, kind]) => !fits(value[key], kind))
  if (wrong)
    return { ok: false, error: `Invalid ${type} message: "${wrong[0]}" must be a ${NAMES[wrong[1]]}` }
  return { ok: true, frame: { ...value, params: value['params'] ?? {} } as unknown as ClientFrame }
}

const NAMES = {
  string: 'string',
  'string?': 'string',
  params: 'JSON object',
  'params?': 'JSON object',
  'number?': 'number',
} as const

function fits(value: unknown, kind: Shape[string]): boolean {
  if (value === undefined || value === null) return kind.endsWith('?')
  if (kind === 'params' || kind === 'params?') return isRecord(value)
  return typeof value === kind.replace('?', '')
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
