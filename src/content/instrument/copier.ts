/** Makes bounded, redacted copies of payloads as they were serialised for the wire. Objects of the page never come here. */
import type { Caps } from '../../protocol/commands.ts'
import type { Body } from '../../protocol/facts.ts'
import {
  bare,
  charCodeAt,
  fromCharCode,
  isArray,
  isObject,
  keysOf,
  parse,
  quietly,
  slice,
  stringify,
} from './pristine.ts'
import { blobSize, btoa, charactersOf, utf8Length } from './pristine-dom.ts'
import type { Redact } from './redactor.ts'

/** A secret that reaches across the cut must be seen whole to be known. */
const MARGIN = 4096
/** Bytes shown of binary payloads. */
const PREFIX = 64
const OUTLINE = 50
const OUTLINE_TEXT = 200

export interface Copier {
  /** Never throws: what cannot be copied is told by its size. `frame`, `incoming`: for the redactor. */
  text(text: string, frame?: boolean, incoming?: boolean): Body
  /** Anything a socket or a request may be given; what cannot be looked at without touching it has no text. */
  copyOf(data: unknown, frame?: boolean, incoming?: boolean): Body
}

export function createCopier(redact: Redact, caps: Caps): Copier {
  function text(whole: string, frame?: boolean, incoming?: boolean): Body {
    const cap = caps.payload
    const body: Body = { text: '', bytes: utf8Length(whole), cut: true }
    quietly(() => {
      const seen = slice(whole, 0, cap + MARGIN)
      const redacted = redact(seen, frame, incoming, body)
      // However much shorter it has become, what was seen last may be a part of a secret.
      body.text = slice(seen === whole ? redacted : slice(redacted, 0, -MARGIN), 0, cap)
      if (whole.length <= cap && redacted.length <= cap) delete body.cut
      // As JSON, because the names in it decide what is secret.
      else
        body.outline = parse(redact(stringify(outlineOf(parse(whole))), frame, incoming)) as NonNullable<
          Body['outline']
        >
    })
    return body
  }

  function copyOf(data: unknown, frame?: boolean, incoming?: boolean): Body {
    if (isObject(data)) return binary(data) ?? sized(quietly(() => blobSize(data)))
    return text(`${data ?? ''}`, frame, incoming)
  }

  return { text, copyOf }
}

/** A payload of which only the size is known, if that; a header tells it as text. */
export function sized(bytes: number | string | null | undefined): Body {
  const size = +(bytes ?? 0)
  return size > 0 ? { text: '', bytes: size, cut: true } : { text: '', bytes: 0 }
}

function binary(data: object): Body | undefined {
  const whole = quietly(() => charactersOf(data))
  if (whole === undefined) return undefined
  let shown = ''
  for (let i = 0; i < whole.length && i < PREFIX; i++) shown += fromCharCode(charCodeAt(whole, i) & 0xff)
  const body: Body = { text: btoa(shown), bytes: whole.length, encoding: 'base64' }
  if (whole.length > PREFIX) body.cut = true
  return body
}

/** Top-level scalars, and the lengths of arrays under their keys, so that a reader can correlate what was cut. */
function outlineOf(json: unknown): Body['outline'] {
  if (!isObject(json) || isArray(json)) return undefined
  const outline: NonNullable<Body['outline']> = bare({})
  const keys = keysOf(json)
  for (let i = 0; i < keys.length && i < OUTLINE; i++) {
    const key = keys[i] as string
    const member = (json as Record<string, unknown>)[key]
    if (isArray(member)) outline[key] = member.length
    else if (typeof member === 'string') outline[key] = slice(member, 0, OUTLINE_TEXT)
    else if (!isObject(member)) outline[key] = member as number | boolean | null
  }
  return outline
}
