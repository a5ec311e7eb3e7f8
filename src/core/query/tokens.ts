/** Cuts the text of the filter into what stands between its spaces, whatever it is: nothing is refused, nothing is lost. */
import { KEY_AND_COLON } from './path.ts'
import type { Place } from './query.ts'

interface Piece extends Place {
  text: string
}

export interface Value extends Piece {
  isQuoted: boolean
  /** Its closing quote has not been typed yet. */
  isOpen: boolean
}

/** `place` has the minus too, `negated` says whether there is one. */
export type Token = { place: Place; negated: boolean } & (
  | { form: 'text'; value: Value }
  | { form: 'regex'; source: string; flags: string }
  | { form: 'keyed'; key: Piece; value: Value }
)

/** `add_tag -"late answer" /py(thon)?/ kind:call param.q:"a b"`. In quotes `\"` is a quote and `\\` a backslash. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = skipSpace(text, token.place.to)
  }
  return tokens
}

function tokenAt(text: string, from: number): Token {
  const negated = text[from] === '-'
  const start = negated ? from + 1 : from
  const regex = regexAt(text, start)
  if (regex) return { form: 'regex', place: { from, to: regex.to }, negated, ...regex.literal }
  KEY_AND_COLON.lastIndex = start
  const [match, key] = KEY_AND_COLON.exec(text) ?? []
  const value = valueAt(text, start + (match?.length ?? 0))
  const place = { from, to: value.to }
  if (key === undefined) return { form: 'text', place, negated, value }
  return {
    form: 'keyed',
    place,
    negated,
    key: { from: start, to: start + key.length, text: key },
    value,
  }
}

const QUOTED = /"((?:[^"\\]|\\.)*)("?)/sy

/** A quote that ends within a word is part of the word, as in JSON that was pasted. */
function valueAt(text: string, from: number): Value {
  QUOTED.lastIndex = from
  const [all, inside, end] = QUOTED.exec(text) ?? []
  const isOpen = end === ''
  const quoted = from + (all?.length ?? 0)
  if (inside !== undefined && (isOpen || isEnd(text, quoted)))
    return {
      from,
      to: isOpen ? text.length : quoted,
      text: inside.replace(/\\(["\\])/g, '$1'),
      isQuoted: true,
      isOpen,
    }
  let to = from
  while (!isEnd(text, to)) to += 1
  return { from, to, text: text.slice(from, to), isQuoted: false, isOpen: false }
}

/** In a class a slash ends nothing. */
const REGEX = /\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/([dgimsuvy]*)/sy

/** Letters that are no flags make it a path, such as `/djust/api`. */
function regexAt(text: string, from: number) {
  REGEX.lastIndex = from
  const [all, source, flags] = REGEX.exec(text) ?? []
  if (all === undefined || source === undefined || flags === undefined) return undefined
  const to = from + all.length
  return isEnd(text, to) ? { to, literal: { source, flags } } : undefined
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isEnd(text, at)) at += 1
  return at
}

function isEnd(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at))
}

/** As a value must be typed to be read as this very text. */
export function quoted(text: string): string {
  return /^[^\s"]\S*$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}
