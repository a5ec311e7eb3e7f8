/** A way into JSON as the filter writes it: `user.name`, `tags.0`, `"a.b".c`. */
import { isRecord } from '../is-record.ts'

/** The opening of a term with a key: a word, perhaps a path, a colon. */
export const KEY_AND_COLON = /([a-z][\w-]*(?:\.(?:"(?:[^"\\]|\\.)*"|[^\s.:"]+)?)*):/isy

const SEGMENT = /"((?:[^"\\]|\\.)*)"|[^.]+/gs

export function parsePath(text: string): string[] {
  return Array.from(text.matchAll(SEGMENT), ([all, inside]) => inside?.replace(/\\(["\\])/g, '$1') ?? all)
}

/** What `parsePath` reads as these very names. */
export function writePath(names: readonly string[]): string {
  return names
    .map((name) => (/^[^\s.:"]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`))
    .join('.')
}

/**
 * Every value at the end of the path. A name that is not a number is looked for in each item of an array, names are case-blind,
 * and an array at the end stands for its items.
 */
export function valuesAt(root: unknown, path: readonly string[]): unknown[] {
  let found: unknown[] = [root]
  for (const name of path) found = found.flatMap((value) => step(value, name))
  return found.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]))
}

function step(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) return property(value, name)
  if (!/^\d+$/.test(name)) return value.flatMap((item) => property(item, name))
  return Object.hasOwn(value, name) ? [value[Number(name)]] : []
}

function property(value: unknown, name: string): unknown[] {
  if (!isRecord(value)) return []
  if (Object.hasOwn(value, name)) return [value[name]]
  const lower = name.toLowerCase()
  return Object.keys(value).flatMap((key) => (key.toLowerCase() === lower ? [value[key]] : []))
}
