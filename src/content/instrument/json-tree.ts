/** Takes secrets out of a JSON tree. */
import { each, exec, isObject, keysOf } from './pristine.ts'
import type { Kind } from './secret-names.ts'

/** Members that name what stands beside them. */
export const naming = /^(?:name|field|key|path|_target|id|type|event|dj-model)$/i

/** What a frame says of itself, which may be spelled like a password and must stay to be understood (djust-wire 2). */
const ofFrame = /^(?:type|source|ref|event(?:_name)?|view(?:_id)?)$/

export interface Hiding {
  /** What a member of this name is; `told` is what its object, or one around it, was said to hold under `value`. */
  kindOf(name: string, told?: Kind): Kind | undefined
  /** The placeholder; nothing for a value that tells nothing. */
  hide(value: string, kind: Kind): string | undefined
  /** The text without the secrets that stand in it. `frame`: it is a whole frame; `word`: what a frame says of itself, which may be spelled like what was typed. */
  rewrite(text: string, told?: Kind, frame?: boolean, word?: boolean): string
}

/** Changes the tree. `frame`: it is a whole frame. `kind`: all of it is secret. */
export function rewriteTree(tree: object, hiding: Hiding, told?: Kind, frame?: boolean, kind?: Kind): void {
  const members = tree as Record<string, unknown>
  const keys = keysOf(tree)
  let says: Kind | undefined
  each(keys, (key) => {
    const value = members[key]
    if (typeof value === 'string' && exec(naming, key)) says ??= hiding.kindOf(value)
  })
  const tells = told ?? says
  each(keys, (key) => {
    const value = members[key]
    const word = frame && exec(ofFrame, key) !== null
    const is = kind ?? (word ? undefined : hiding.kindOf(key, tells))
    if (isObject(value)) rewriteTree(value, hiding, tells, false, is)
    else if (is) members[key] = hiding.hide(`${value}`, is) ?? value
    else if (typeof value === 'string') members[key] = hiding.rewrite(value, tells, false, word)
  })
}
