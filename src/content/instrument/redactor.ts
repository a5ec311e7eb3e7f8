/** Takes secrets out of text before it is kept: names decide, and every occurrence of what is known to be secret. */
import { rewriteFlat } from './flat-text.ts'
import { type Hiding, rewriteTree } from './json-tree.ts'
import type { KnownSecret, KnownSecrets } from './known-secrets.ts'
import { bare, each, exec, indexOf, keysOf, parse, quietly, slice } from './pristine.ts'
import { innermost, type Kind, kindOfName } from './secret-names.ts'
import { serialise } from './serialise.ts'

/**
 * Answers the text without its secrets. `frame`: it is one; `incoming`: the server has sent it; `tally` is told how many values
 * were replaced, if any were.
 */
export type Redact = (
  text: string,
  frame?: boolean,
  incoming?: boolean,
  tally?: { redacted?: number },
) => string

/** What the document shows to be secret. */
export interface Secrets {
  /** The innermost part of names that say what is secret: of the password fields in it, with the empty one for what a field lacks, and what a person wants hidden. Without any there is no password. */
  fields: Record<string, Kind>
  known: KnownSecrets
}

const looksLikeJson = /^\s*[{[]/
const valueName = /^(?:value|content)$/i
const noSecret = /^(?:‹\w+#\d+›|null|true|false|\s*)$/
const letter = /\w/
/** A page and an endpoint are told by these, so no word of them counts as one that was typed. */
const address = /^\w+:\/\/[^\s?#]*/

/** So many values are remembered for equal ones to get equal numbers; later ones get a number each. */
const REMEMBERED = 1000

/** `look` brings the secrets up to date, and answers whether what is being sent was typed into a password field, whatever its name. */
export function createRedactor({ fields, known }: Secrets, look: () => boolean | undefined): Redact {
  const { placeholders } = known
  const numbers = bare<Record<string, number>>({})
  let count = 0
  let remembered = 0
  /** Where known secrets begin to count. */
  let from = 0

  const hiding: Hiding = {
    kindOf: (name, told) =>
      fields[innermost(name)] ?? kindOfName(name) ?? (exec(valueName, name) ? told : undefined),
    hide(secret, kind) {
      if (exec(noSecret, secret)) return undefined
      count++
      if (kind === 'csrf') known.learn(secret, kind)
      const before = placeholders[secret]
      if (before) return before
      numbers[kind] = (numbers[kind] ?? 0) + 1
      const fresh = `‹${kind}#${numbers[kind]}›`
      if (remembered++ < REMEMBERED) placeholders[secret] = fresh
      return fresh
    },
    rewrite(text, told, frame, word) {
      if (!told && !mayHold(text)) return text
      const before = count
      const rewritten =
        exec(looksLikeJson, text) &&
        quietly(() => {
          const tree = parse(text) as object
          rewriteTree(tree, hiding, told, frame)
          return count > before ? serialise(tree) : text
        })
      if (rewritten) return rewritten
      // No JSON, or so deep that its tree cannot be climbed.
      count = before
      return rewriteFlat(hideKnown(text, word), hiding, told)
    },
  }

  function mayHold(text: string): boolean {
    for (let i = 0; i < known.list.length; i++)
      if (indexOf(text, (known.list[i] as KnownSecret).secret) >= 0) return true
    // JSON may spell a password and its name in many ways, but a token in one only.
    return keysOf(fields).length > 0 || !!kindOfName(text)
  }

  /** Hides known secrets wherever they stand as words of their own; in what a frame says of itself only tokens. */
  function hideKnown(text: string, word?: boolean): string {
    let safe = text
    each(known.list, ({ secret, kind }) => {
      let done = ''
      let copied = 0
      for (let at = indexOf(safe, secret, from); at >= 0; at = indexOf(safe, secret, copied)) {
        const to = at + secret.length
        const inside = exec(letter, slice(safe, at - 1, at) + slice(safe, to, to + 1))
        done +=
          slice(safe, copied, at) +
          ((!inside && (!word || kind === 'csrf') && hiding.hide(secret, kind)) || secret)
        copied = to
      }
      safe = done + slice(safe, copied)
    })
    return safe
  }

  return (text, frame, incoming, tally) => {
    const typed = look() && !incoming
    count = 0
    from = exec(address, text)?.[0].length ?? 0
    const safe = hiding.rewrite(text, typed ? 'password' : undefined, frame)
    if (count && tally) tally.redacted = count
    return safe
  }
}
