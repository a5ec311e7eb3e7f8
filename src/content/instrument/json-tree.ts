/** Takes secrets out of a JSON tree. */
import { exec, isArray, isObject, keysOf } from './pristine.ts'
import type { Kind } from './secret-names.ts'

/** Members that name what stands beside them. */
export const naming = /^(?:name|field|key|path|_target|id|type|event|dj-model)$/

/** What a frame says of itself, which may be spelled like a password and must stay to be understood (djust-wire 2). */
const ofFrame = /^(?:type|source|event|event_name|ref|view|view_id)$/

export interface Hiding {
  /** What a member of this name is; `told` is what its object, or one around it, was said to hold under `value`. */
  kindOf(name: string, told?: Kind): Kind | undefined
  /** The placeholder; nothing for a value that tells nothing. */
  hide(value: string, kind: Kind): string | undefined
  /** The text without the secrets that stand in it. */
  rewrite(text: string, told?: Kind): string
}

/** Changes the tree. `kind`: all of it is secret. `listed`: it stands in a list; undefined for the whole. */
export function rewriteTree(tree: object, hiding: Hiding, told?: Kind, kind?: Kind, listed?: boolean): void {
  const several = isArray(tree)
  const members = tree as Record<string, unknown>
  const keys = keysOf(tree)
  let says: Kind | undefined
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const value = members[key]
    if (typeof value === 'string' && exec(naming, key)) says ??= hiding.kindOf(value)
  }
  const tells = told ?? says
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const value = members[key]
    const is = kind ?? hiding.kindOf(key, tells)
    if (isObject(value)) rewriteTree(value, hiding, tells, is, several)
    else if (is) members[key] = hiding.hide(`${value}`, is) ?? value
    else if (typeof value === 'string' && (listed !== undefined || !exec(ofFrame, key)))
      members[key] = hiding.rewrite(value, tells)
  }
}
