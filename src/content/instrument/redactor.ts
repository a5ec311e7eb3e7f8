/** Takes secrets out of text before it is kept: names decide, and every occurrence of what is known to be secret. */
import { rewriteFlat } from './flat-text.ts'
import { type Hiding, rewriteTree } from './json-tree.ts'
import type { KnownSecret, KnownSecrets } from './known-secrets.ts'
import {
  bare,
  exec,
  holds,
  indexOf,
  isObject,
  type List,
  mapGet,
  mapSet,
  mapSize,
  parse,
  quietly,
  slice,
} from './pristine.ts'
import { innermost, kindOfName } from './secret-names.ts'
import { serialise } from './serialise.ts'

/** Answers the text without its secrets; `counted` hears how many values were replaced, if any were. */
export type Redact = (text: string, counted?: (count: number) => void) => string

/** What the document shows to be secret. */
export interface Secrets {
  /** Names of the password fields in it, the innermost part of each. */
  fields: List<string>
  known: KnownSecrets
}

const looksLikeJson = /^\s*[{[]/
const valueName = /^(?:value|content)$/
const noSecret = /^(?:‹|(?:null|true|false|\s*)$)/
const word = /\w/
/** A page and an endpoint are told by these, so no word of them counts as one that was typed. */
const address = /^\w+:\/\/[^\s?#]*/

/** So many values are remembered for equal ones to get equal numbers; later ones get a number each. */
const REMEMBERED = 1000

/** `look` brings the secrets up to date, and answers whether what is being sent was typed into a password field, whatever its name. */
export function createRedactor({ fields, known }: Secrets, look: () => boolean): Redact {
  const { placeholders } = known
  const numbers = bare<Record<string, number>>({})
  let count = 0
  /** Where known secrets begin to count. */
  let from = 0

  const hiding: Hiding = {
    kindOf: (name, told) =>
      holds(fields, innermost(name))
        ? 'password'
        : (kindOfName(name) ?? (exec(valueName, name) ? told : undefined)),
    hide(secret, kind) {
      if (exec(noSecret, secret)) return undefined
      count++
      if (kind === 'csrf') known.learn(secret, kind)
      const before = mapGet(placeholders, secret)
      if (before) return before
      numbers[kind] = (numbers[kind] ?? 0) + 1
      const fresh = `‹${kind}#${numbers[kind]}›`
      if (mapSize(placeholders) < REMEMBERED) mapSet(placeholders, secret, fresh)
      return fresh
    },
    rewrite(text, told) {
      if (!told && !mayHold(text)) return text
      const tree = exec(looksLikeJson, text) && quietly(() => parse(text) as unknown)
      if (!isObject(tree)) return rewriteFlat(hideKnown(text), hiding, told)
      const before = count
      rewriteTree(tree, hiding, told)
      return count > before ? serialise(tree) : text
    },
  }

  function mayHold(text: string): boolean {
    for (let i = 0; i < fields.length; i++) if (indexOf(text, fields[i] as string) >= 0) return true
    for (let i = 0; i < known.list.length; i++) {
      // JSON may spell it in many ways, but a token in one only.
      const { secret, kind } = known.list[i] as KnownSecret
      if (kind === 'password' || indexOf(text, secret) >= 0) return true
    }
    return !!kindOfName(text)
  }

  /** Hides known secrets wherever they stand as words of their own. */
  function hideKnown(text: string): string {
    let safe = text
    for (let i = 0; i < known.list.length; i++) {
      const { secret, kind } = known.list[i] as KnownSecret
      let done = ''
      let copied = 0
      for (let at = indexOf(safe, secret, from); at >= 0; at = indexOf(safe, secret, copied)) {
        const to = at + secret.length
        const inside = exec(word, slice(safe, at - 1, at) + slice(safe, to, to + 1))
        done += slice(safe, copied, at) + ((!inside && hiding.hide(secret, kind)) || secret)
        copied = to
      }
      safe = done + slice(safe, copied)
    }
    return safe
  }

  return (text, counted) => {
    const typed = look()
    count = 0
    from = exec(address, text)?.[0].length ?? 0
    const safe = hiding.rewrite(text, typed ? 'password' : undefined)
    if (count > 0) counted?.(count)
    return safe
  }
}
