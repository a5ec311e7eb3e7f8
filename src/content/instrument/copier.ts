/** Makes bounded, redacted copies of payloads as they were serialised for the wire. Objects of the page never come here. */
import type { Caps } from '../../protocol/commands.ts'
import type { Body } from '../../protocol/facts.ts'
import {
  bare,
  fromCharCode,
  isArray,
  isObject,
  min,
  ownKeys,
  ownValue,
  parse,
  quietly,
  slice,
  stringify,
} from './pristine.ts'
import {
  blobSize,
  btoa,
  bufferLength,
  PristineUint8Array,
  viewBuffer,
  viewLength,
  viewOffset,
} from './pristine-dom.ts'
import type { Redact } from './redactor.ts'
import { utf8Length } from './utf8-length.ts'

/** A secret that reaches across the cut must be seen whole to be known. */
const MARGIN = 4096
/** Bytes shown of binary payloads. */
const PREFIX = 64
const OUTLINE = 50
const OUTLINE_TEXT = 200

export interface Copier {
  text(text: string): Body
  /** Anything a socket or a request may be given; what cannot be looked at without touching it has no text. */
  payload(data: unknown): Body
}

export function createCopier(redact: Redact, caps: Caps): Copier {
  function text(whole: string): Body {
    const cap = caps.payload
    const body: Body = { text: '', bytes: utf8Length(whole) }
    const redacted = redact(whole.length > cap ? slice(whole, 0, cap + MARGIN) : whole, (count) => {
      body.redacted = count
    })
    body.text = slice(redacted, 0, cap)
    if (whole.length <= cap && redacted.length <= cap) return body
    body.cut = true
    const outline = quietly(() => outlineOf(parse(whole), redact))
    if (outline) body.outline = outline
    return body
  }

  function payload(data: unknown): Body {
    if (isObject(data)) return binary(data) ?? sized(quietly(() => blobSize(data)))
    return text(`${data ?? ''}`)
  }

  return { text, payload }
}

/** A payload of which only the size is known, if that; a header tells it as text. */
export function sized(bytes: number | string | null | undefined): Body {
  const size = +(bytes ?? 0)
  return size > 0 ? { text: '', bytes: size, cut: true } : { text: '', bytes: 0 }
}

function binary(data: object): Body | undefined {
  const view = quietly(() => viewBuffer(data))
  const length = view ? viewLength(data) : quietly(() => bufferLength(data))
  if (length === undefined) return undefined
  const shown = min(length, PREFIX)
  const bytes = new PristineUint8Array(view ?? (data as ArrayBuffer), view ? viewOffset(data) : 0, shown)
  let characters = ''
  for (let i = 0; i < shown; i++) characters += fromCharCode(bytes[i] as number)
  const body: Body = { text: btoa(characters), bytes: length, encoding: 'base64' }
  if (shown < length) body.cut = true
  return body
}

/** Top-level scalars, and the lengths of arrays under their keys, so that a reader can correlate what was cut. */
function outlineOf(json: unknown, redact: Redact): Body['outline'] {
  if (!isObject(json) || isArray(json)) return undefined
  const outline: NonNullable<Body['outline']> = bare({})
  const keys = ownKeys(json) as string[]
  for (let i = 0; i < keys.length && i < OUTLINE; i++) {
    const key = keys[i] as string
    const member = (json as Record<string, unknown>)[key]
    if (isArray(member)) outline[key] = member.length
    else if (typeof member === 'string') outline[key] = redactMember(key, slice(member, 0, OUTLINE_TEXT))
    else if (!isObject(member)) outline[key] = member as number | boolean | null
  }
  return outline

  // With its key, because the key's name decides too.
  function redactMember(key: string, member: string): string {
    const safe = ownValue(parse(redact(`{${stringify(key)}:${stringify(member)}}`)), key)
    return typeof safe === 'string' ? safe : ''
  }
}
