/** What may stand at the caret of the filter: keys, then the values and paths that the log has. */
import type { Exchange } from '../exchange.ts'
import { type Found, findKey, splitKey } from './find-key.ts'
import type { Key } from './key.ts'
import { KEYS, PATH_KEYS } from './keys.ts'
import { offeredPaths, offeredPathValues } from './offered-paths.ts'
import { type Offer, offeredValues } from './offered-values.ts'
import type { Place } from './query.ts'
import { quoted, type Token, tokenize } from './tokens.ts'

export interface Candidate extends Offer {
  /** What to put in place of the part of the text that is completed. */
  text: string
}

export interface Completion extends Place {
  /** What was typed of it before the caret. */
  typed: string
  /** Best first; empty when there is nothing to say. */
  candidates: readonly Candidate[]
}

/** As many as a person looks through. */
const MOST = 50

/** `rows` as they are in the log, newest last; only the newest few thousand are looked at, of their payloads fewer. Never throws. */
export function complete(text: string, caret: number, rows: readonly Exchange[]): Completion {
  const token = tokenize(text).find(({ place }) => place.from < caret && caret <= place.to)
  const { from, to, typed, candidates } = token ? at(token, caret, rows) : keysAt(caret, caret, '')
  const best = [...candidates].sort((a, b) => nearness(b, typed) - nearness(a, typed))
  // What stands there already needs no completing.
  const isDone = best.length === 1 && best[0]?.text === text.slice(from, to)
  return { from, to, typed, candidates: isDone ? [] : best.slice(0, MOST) }
}

function at(token: Token, caret: number, rows: readonly Exchange[]): Completion {
  const start = token.place.from + (token.negated ? 1 : 0)
  const nothing = { from: start, to: token.place.to, typed: '', candidates: [] }
  if (token.form === 'regex' || (token.form === 'text' && token.value.isQuoted)) return nothing
  if (token.form === 'text')
    return keyOrPath(start, token.place.to, token.value.text.slice(0, caret - start), rows)
  const { key, value } = token
  if (caret <= key.to) return keyOrPath(start, key.to + 1, key.text.slice(0, caret - start), rows)
  const found = findKey(key.text)
  if (!found) return nothing
  const typed =
    value.isQuoted && caret === value.to
      ? value.text
      : unquoted(value.text, caret - value.from, value.isQuoted)
  const candidates = valuesOf(found, rows)
    .filter((offer) => (offer.says === undefined ? has(offer.value, typed) : begins(offer, typed)))
    .map((offer) => ({ ...offer, text: quoted(offer.value) }))
  return { from: value.from, to: value.to, typed, candidates }
}

/** What stands before the caret of a value; its opening quote is none of it. */
function unquoted(value: string, caret: number, isQuoted: boolean): string {
  return value.slice(0, Math.max(0, isQuoted ? caret - 1 : caret))
}

function valuesOf(found: Found, rows: readonly Exchange[]): Offer[] {
  return 'path' in found ? offeredPathValues(found.key, found.path, rows) : offeredValues(found.key, rows)
}

function keyOrPath(from: number, to: number, typed: string, rows: readonly Exchange[]): Completion {
  const { head, path } = splitKey(typed)
  const key = path === undefined ? undefined : PATH_KEYS.find(({ name }) => name === head.toLowerCase())
  if (!key) return keysAt(from, to, typed)
  const candidates = offeredPaths(key, rows)
    .filter(({ value }) => has(splitKey(value).path ?? '', path ?? ''))
    .map((offer) => ({ ...offer, text: `${offer.value}:` }))
  return { from, to, typed, candidates }
}

function keysAt(from: number, to: number, typed: string): Completion {
  const keys = KEYS.map(({ name, says }: Key) => ({ value: name, says, text: `${name}:` }))
  const paths = PATH_KEYS.map(({ name, says }) => ({ value: `${name}.`, says, text: `${name}.` }))
  const candidates = [...keys, ...paths].filter((each) => begins(each, typed))
  return { from, to, typed, candidates }
}

/** The very text, then what begins with it, then what has it. */
function nearness(offer: Offer, typed: string): number {
  if (!begins(offer, typed)) return 0
  return offer.value.length === typed.length ? 2 : 1
}

function begins({ value }: Offer, typed: string): boolean {
  return value.slice(0, typed.length).toLowerCase() === typed.toLowerCase()
}

function has(value: string, typed: string): boolean {
  return value.toLowerCase().includes(typed.toLowerCase())
}
