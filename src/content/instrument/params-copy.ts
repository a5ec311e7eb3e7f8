/** A copy of a dispatch's arguments, bounded in members and one deep, made only where no wire carries them: own data properties, no getters. */
import { bare, isObject, keysOf, ownValue, stringify } from './pristine.ts'

const MEMBERS = 50

/** JSON text. What is no plain value (lists, elements, functions) stands as `"‹object›"`, a bigint as its digits. */
export function copyParams(params: unknown): string {
  const copy = bare<Record<string, unknown>>({})
  const keys = keysOf(params as object)
  for (let i = 0; i < keys.length && i < MEMBERS; i++) {
    const key = keys[i] as string
    const member = ownValue(params, key)
    copy[key] = isObject(member) ? '‹object›' : typeof member === 'bigint' ? `${member}` : member
  }
  return stringify(copy)
}
