/** Takes secrets out of forms, addresses, cookies, HTML and multipart bodies, and out of JSON that was cut. */
import { type Hiding, naming } from './json-tree.ts'
import { decode, exec, quietly, slice } from './pristine.ts'
import type { Kind } from './secret-names.ts'

/** A tag, a part of a multipart body, or what stands between braces: what may name a secret in one place and hold it in another. */
const region = /<\w(?:"[^"]*"|'[^']*'|[^'">])*|\r\n.*form-data;[\s\S]*?(?=\r\n--|$)|[\s\S][^<{\r]*/g
/** `name=`, `"name":`, or the end of the headers of a part; then all the rest of the part, a quoted value, or one as long as a pair. */
const pair =
  /((?<![\w.[\]%-])([\w.[\]%-]+)=|(\\*"|&quot;)([\w.[\]-]+)\3\s*:\s*|\r\n\r\n)(?:(?<=\r\n\r\n)[\s\S]+|(\\*["']|&quot;)([\s\S]*?)(?<!\\)\5|(?:[^\s"'<>&#;,\\{}[\]=]|'(?=\w)|=(?!\w))+)/g

export function rewriteFlat(text: string, { kindOf, hide }: Hiding, told?: Kind): string {
  let safe = ''
  region.lastIndex = 0
  for (let found = exec(region, text); found; found = exec(region, text)) {
    const inside = found[0]
    let says = told
    replacePairs(inside, (name, value) => {
      if (exec(naming, name)) says ??= kindOf(value)
      return undefined
    })
    safe += replacePairs(inside, (name, value) => {
      const kind = kindOf(name, says)
      return kind && hide(value, kind)
    })
  }
  return safe
}

/** Without an answer a value stays, and pairs inside of it count. */
function replacePairs(text: string, by: (name: string, value: string) => string | undefined): string {
  let done = ''
  let copied = 0
  pair.lastIndex = 0
  for (let found = exec(pair, text); found; found = exec(pair, text)) {
    const begin = found.index + (found[1] as string).length
    const end = pair.lastIndex
    const quote = found[5] ?? ''
    const safe = by(decoded(found[2] ?? found[4]), decoded(found[6] ?? slice(text, begin, end)))
    if (safe) {
      done += slice(text, copied, begin) + quote + safe + quote
      copied = end
    } else pair.lastIndex = begin
  }
  return done + slice(text, copied)
}

const decoded = (text = ''): string => quietly(() => decode(text)) ?? text
