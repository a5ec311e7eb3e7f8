/** Finds the key that a term names. */
import type { Key, PathKey } from './key.ts'
import { KEYS, PATH_KEYS } from './keys.ts'

/** `path` is there for `param.` and `result.` alone, and may be empty still. */
export type Found = { key: Key } | { key: PathKey; path: string }

/** `text` as it is typed before the colon, in any case; undefined for what is none of our keys. */
export function findKey(text: string): Found | undefined {
  const { head, path } = splitKey(text)
  const name = head.toLowerCase()
  if (path === undefined) {
    const key = KEYS.find((each) => each.name === name)
    return key && { key }
  }
  const key = PATH_KEYS.find((each) => each.name === name)
  return key && { key, path }
}

/** `param.user.name` is `param` and the path `user.name`; a key without a dot has no path. */
export function splitKey(text: string): { head: string; path?: string } {
  const dot = text.indexOf('.')
  return dot < 0 ? { head: text } : { head: text.slice(0, dot), path: text.slice(dot + 1) }
}

export const PATH_NAMES = PATH_KEYS.map(({ name }) => name)
export const KEY_NAMES: readonly string[] = [
  ...KEYS.map(({ name }) => name),
  ...PATH_NAMES.map((name) => `${name}.`),
]
