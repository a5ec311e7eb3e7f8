/** Makes bounded, redacted copies of payloads as they were serialised for the wire. Objects of the page never come here. */
import type { Caps } from '../../protocol/commands.ts'
import type { Body } from '../../protocol/facts.ts'
import { firstMembers } from './first-members.ts'
import { charCodeAt, fromCharCode, isArray, isObject, parse, quietly, slice, stringify } from './pristine.ts'
import { blobSize, btoa, charactersOf, utf8Length } from './pristine-dom.ts'
import type { Redact } from './redactor.ts'

/** A secret that reaches across the cut must be seen whole to be known. */
const MARGIN = 4096
/** Bytes shown of binary payloads. */
const PREFIX = 64
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
    if (isObject(data)) return binary(data) ?? sized(quietly(blobSize, data))
    return text(`${data ?? ''}`, frame, incoming)
  }

  return { text, copyOf }
}

/** A payload of which only the size is known, if that; a header tells it as text. */
export function sized(bytes: number | string | null | undefined): Body {
  const body: Body = { text: '', bytes: +(bytes ?? 0) || 0 }
  if (body.bytes) body.cut = true
  return body
}

function binary(data: object): Body | undefined {
  const whole = quietly(charactersOf, data)
  if (whole === undefined) return undefined
  let shown = ''
  for (let i = 0; i < whole.length && i < PREFIX; i++) shown += fromCharCode(charCodeAt(whole, i) & 0xff)
  const body: Body = { text: btoa(shown), bytes: whole.length, encoding: 'base64' }
  if (whole.length > PREFIX) body.cut = true
  return body
}

/** Top-level scalars, and the lengths of arrays under their keys, so that a reader can correlate what was cut. */
const outlineOf = (json: unknown): unknown =>
  isObject(json) && !isArray(json)
    ? firstMembers(json, (member) => {
        if (isArray(member)) return member.length
        return typeof member === 'string'
          ? slice(member, 0, OUTLINE_TEXT)
          : isObject(member)
            ? undefined
            : member
      })
    : undefined
