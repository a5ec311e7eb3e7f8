/** A bounded copy of a dispatch's arguments, made only where no wire carries them: own data properties, no getters. */
import {
  getPrototypeOf,
  isArray,
  isObject,
  keysOf,
  objectPrototype,
  ownValue,
  slice,
  stringify,
} from './pristine.ts'

const DEEPEST = 4
const MEMBERS = 50
const TEXT = 1000

/** JSON text. What is no plain data (elements, functions, instances) stands as `"‹object›"`. */
export function copyParams(value: unknown, depth = 0): string {
  if (typeof value === 'string') return stringify(slice(value, 0, TEXT))
  if (!isObject(value)) return typeof value === 'bigint' ? `${value}` : (stringify(value) ?? 'null')
  const several = isArray(value)
  const prototype = getPrototypeOf(value)
  if (depth > DEEPEST || (!several && prototype !== objectPrototype && prototype !== null))
    return '"‹object›"'
  const keys = keysOf(value)
  let members = ''
  for (let i = 0; i < keys.length && i < MEMBERS; i++) {
    const key = keys[i] as string
    members += `${members && ','}${several ? '' : `${stringify(key)}:`}${copyParams(ownValue(value, key), depth + 1)}`
  }
  return several ? `[${members}]` : `{${members}}`
}
