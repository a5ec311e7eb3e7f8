/** What a copy format is: one way to write an exchange as text for the clipboard. Types only. */
import type { Exchange } from '../exchange.ts'
import type { JsonMember } from './json-source.ts'

/** What a format needs to know of an exchange that its row does not say. */
export interface CopyContext {
  /** Address of the page it happened in, absolute. */
  page: string
  /** Where its request went, absolute; the page's address when it went over a socket or nowhere. */
  url: string
  /** Address of the socket it went over; absent for all others, and when nobody saw it being opened. */
  socket?: string
  /** How its view was mounted, where that was seen. */
  mount?: { url: string; params: readonly JsonMember[] }
}

/** `says` is a sentence for a person: why it cannot be written so, and what to do instead. */
export interface Refusal {
  ok: false
  says: string
}
export type Suitability = { ok: true } | Refusal

export interface CopyFormat {
  /** Kebab case; stable, as settings may keep it. */
  id: string
  /** What a menu says behind “Copy as”. */
  title: string
  suits(exchange: Exchange): Suitability
  /** Never throws. For what it does not suit the text says why, as a comment of the language. */
  write(exchange: Exchange, context: CopyContext): string
}
