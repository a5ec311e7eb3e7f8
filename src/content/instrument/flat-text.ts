/** Takes secrets out of forms, addresses, cookies and HTML, and out of JSON that was cut. */
import { type Hiding, naming } from './json-tree.ts'
import { decode, exec, max, parse, quietly, slice } from './pristine.ts'
import type { Kind } from './secret-names.ts'

/** An address or a form, a tag, or what stands between braces: what may name a secret in one place and hold it in another. */
const region = /^[^\s"<>]+$|<\w(?:(["'])[\s\S]*?\1|[^'">])*|[\s\S][^<{]*/g
/** `name=`, `name = "` or `"name":`. */
const pair = /(?<![\w.[\]%-])([\w.[\]%-]+)(?:\s*=\s*(?=[\\"'])|=)|(?<!\\)(\\*"|&quot;)([^"]{1,80}?)\2\s*:\s*/g
const quoted = /^(\\*["']|&quot;)([\s\S]*?)(?:(?<!\\)\1|$)/
/** In an address only the next pair, the fragment or the end ends a value; elsewhere what closes a sentence is none of it. */
const unquoted = /^[^\s"<>&#]*(?:[^\s"<>&#,;{}[\]'\\]|(?=[&#]|$))/
/** A value that is longer names nothing. */
const LONGEST = 200

export function rewriteFlat(text: string, { kindOf, hide }: Hiding, told?: Kind): string {
  let safe = ''
  let copied = 0
  region.lastIndex = 0
  for (let part = exec(region, text); part; part = exec(region, text)) {
    const inside = part[0]
    const start = part.index
    let says = told
    // What names a secret may stand behind it. Values are read only where they matter: pairs may stand in each other.
    for (let last = 0; last < 2; last++) {
      pair.lastIndex = 0
      for (let found = exec(pair, inside); found; found = exec(pair, inside)) {
        const begin = start + pair.lastIndex
        const name = decoded((found[1] ?? found[3]) as string)
        const kind = last ? kindOf(name, says) : !says && exec(naming, name)
        if (!kind) continue
        const rest = slice(text, begin, last ? undefined : begin + LONGEST)
        const value = exec(quoted, rest) ?? exec(unquoted, rest)
        if (!value) continue
        const held = decoded(value[2] ?? value[0])
        if (!last) says = kindOf(held)
        else {
          const hidden = hide(held, kind as Kind)
          pair.lastIndex += value[0].length
          if (!hidden) continue
          const quote = value[1] ?? ''
          safe += slice(text, copied, begin) + quote + hidden + quote
          copied = begin + value[0].length
          // A value may hold what begins a region.
          region.lastIndex = max(region.lastIndex, copied)
        }
      }
    }
  }
  return safe + slice(text, copied)
}

const decoded = (text: string): string => quietly(() => decode(parse(`"${text}"`) as string)) ?? text
