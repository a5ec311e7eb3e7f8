/** Takes secrets out of text before it is kept: names decide, and every occurrence of a token that is known. */
import {
  bare,
  decode,
  exec,
  indexOf,
  type List,
  lastIndexOf,
  mapGet,
  mapSet,
  mapSize,
  max,
  newList,
  PristineMap,
  parse,
  quietly,
  slice,
} from './pristine.ts'

/** Answers the text without its secrets; `counted` hears how many values were replaced, if any were. */
export type Redact = (text: string, counted?: (count: number) => void) => string

/** What the document knows to be secret now. */
export interface Secrets {
  /** Names of the password fields in it. */
  fields: List<string>
  /** CSRF tokens that stand in it. */
  tokens: List<string>
  /** What is being sent was typed into a password field, whatever that one's name. */
  typed?: boolean | undefined
}

/** Without one of these nothing has a secret's name: cheap enough for every body. */
const hints = /csrf|passw|pwd|secret|token|authorization|api_?key|sessionid|cookie/i
const csrfName = /^csrf(?:middleware|_)?token$/i
const passwordName = /^(?:[\w-]*passw(?:or)?d\d*|pwd)$/i
const secretName = /^(?:secret|(?:access_|refresh_)?token|authorization|api_?key|sessionid|cookie)$/i

/** `"name":` in JSON, of which the first of several values counts, and `name=` in forms, URLs and HTML. */
const named = /(\\*)"([\w.[\]-]+)\1"\s*:\s*\[?\s*|(?<![\w.[\]-])([\w.[\]-]+)=/g
/** `"field":"name"` in an event, `name="name"` in HTML: the value stands beside it. */
const field = /\b(?:name|field|_target|id|type)\\*["']?\s*[=:]\s*\\*["']([\w.[\]-]+)/gi
const valueKey = /(?<![\w-])value\\*["']?\s*[=:]\s*/gi
const closing = /[>}]/g
/** A quoted value, or one that ends where a pair or a member does. Inside a JSON string quotes are escaped, and theirs thrice. */
const value = /(\\*)(["'])((?:\\{3}["']|\\[\s\S]|[^\\])*?)\1\2|[^\s"'\\<>&#;,[\]{}]+/y
const noSecret = /^(?:‹|null$|true$|false$|$)/
/** Shorter tokens would be found inside words. */
const tokenValue = /^[\w-]{12,}$/

/** So many values are remembered for equal ones to get equal numbers; later ones get a number each. */
const REMEMBERED = 1000
/** Tokens remembered; the oldest make room. */
const TOKENS = 50

export function createRedactor(look: () => Secrets): Redact {
  const placeholders = new PristineMap<string, string>()
  const numbers = bare<Record<string, number>>({})
  const tokens = newList<string>()
  let known = look()
  let learned = 0
  let text = ''
  let count = 0

  function kindOf(name: string): string | undefined {
    if (exec(csrfName, name)) return 'csrf'
    if (exec(passwordName, name) || (known.typed && name === 'value')) return 'password'
    for (let i = 0; i < known.fields.length; i++) if (known.fields[i] === name) return 'password'
    return exec(secretName, name) ? 'secret' : undefined
  }
  function mayHold(): boolean {
    for (let i = 0; i < known.fields.length; i++)
      if (indexOf(text, known.fields[i] as string) >= 0) return true
    return known.typed || !!exec(hints, text)
  }

  function placeholder(secret: string, kind: string): string {
    const before = mapGet(placeholders, secret)
    if (before) return before
    numbers[kind] = (numbers[kind] ?? 0) + 1
    const fresh = `‹${kind}#${numbers[kind]}›`
    if (mapSize(placeholders) < REMEMBERED) mapSet(placeholders, secret, fresh)
    return fresh
  }
  function learn(token: string) {
    for (let i = 0; i < tokens.length; i++) if (tokens[i] === token) return
    if (exec(tokenValue, token)) tokens[learned++ % TOKENS] = token
  }

  /** Replaces what stands from `from` to `to`; answers where the text goes on. */
  function put(from: number, to: number, by: string): number {
    text = slice(text, 0, from) + by + slice(text, to)
    count++
    return from + by.length
  }

  /** Replaces the value that begins at `at`, if one does; answers where the text goes on. */
  function hideValue(at: number, kind: string): number {
    value.lastIndex = at
    const found = exec(value, text)
    if (!found) return at
    const secret = plain(found[2] ? (found[3] as string) : found[0])
    if (exec(noSecret, secret)) return value.lastIndex
    if (kind === 'csrf') learn(secret)
    // A number in JSON becomes a string, or what is left would be no JSON.
    const quote = found[2] ? `${found[1]}${found[2]}` : text[at - 1] === '=' ? '' : '"'
    return put(at, value.lastIndex, quote + placeholder(secret, kind) + quote)
  }

  function hideNamed() {
    named.lastIndex = 0
    for (let found = exec(named, text); found; found = exec(named, text)) {
      const kind = kindOf((found[2] ?? found[3]) as string)
      if (kind) named.lastIndex = hideValue(named.lastIndex, kind)
    }
  }

  /** Hides `value` in the tag, the object, or the params of the event, that a field's name stands in. */
  function hideBeside() {
    field.lastIndex = 0
    for (let found = exec(field, text); found; found = exec(field, text)) {
      const kind = kindOf(found[1] as string)
      if (!kind) continue
      const at = found.index
      const params = lastIndexOf(text, '"params"', at)
      closing.lastIndex = at
      let to = params < 0 ? (exec(closing, text)?.index ?? text.length) : text.length
      valueKey.lastIndex =
        params < 0 ? max(lastIndexOf(text, '<', at), lastIndexOf(text, '{', at), 0) : params
      for (let key = exec(valueKey, text); key && key.index < to; key = exec(valueKey, text)) {
        const before = text.length
        valueKey.lastIndex = hideValue(valueKey.lastIndex, kind)
        to += text.length - before
      }
      field.lastIndex = max(field.lastIndex, to)
    }
  }

  return (whole, counted) => {
    known = look()
    text = whole
    count = 0
    if (mayHold()) {
      // Fields first: what is beside them still reads as it was sent.
      hideBeside()
      hideNamed()
    }
    for (let i = 0; i < known.tokens.length; i++) learn(known.tokens[i] as string)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as string
      for (let at = indexOf(text, token); at >= 0; at = indexOf(text, token, at))
        at = put(at, at + token.length, placeholder(token, 'csrf'))
    }
    if (count > 0) counted?.(count)
    return text
  }
}

/** The same secret is the same, however it was written down. */
function plain(secret: string): string {
  const spoken = indexOf(secret, '\\') < 0 ? secret : quietly(() => parse(`"${secret}"`) as string)
  return quietly(() => decode(spoken ?? secret)) ?? secret
}
