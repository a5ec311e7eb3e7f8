/** A copy of a dispatch's arguments, bounded in members and one deep, made only where no wire carries them: own data properties, no getters. */
import { isObject, keysOf, ownValue, quietly, stringify } from './pristine.ts'

const MEMBERS = 50

/** JSON text. What is no plain value (lists, elements, functions) stands as `"‹object›"`. */
export function copyParams(params: unknown): string {
  const keys = keysOf(params as object)
  let members = ''
  for (let i = 0; i < keys.length && i < MEMBERS; i++) {
    const key = keys[i] as string
    const value = ownValue(params, key)
    const copy = isObject(value) ? '"‹object›"' : quietly(() => stringify(value))
    members += `${members && ','}${stringify(key)}:${copy ?? 'null'}`
  }
  return `{${members}}`
}
