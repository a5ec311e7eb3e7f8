/** Reads lines of `key: value`, as the head of a lesson and a block of what the log must show have them. */
import { nearest } from '../query/nearest.ts'
import type { Place, Tell } from './place.ts'
import { cut, type Line } from './read-pieces.ts'

const KEY = /^([a-z]+):\s*/

/** The values by their keys; `at` is where a required key is missed. A key that is none, is there twice or has no value is a problem. */
export function readKeys<K extends string>(
  lines: readonly Line[],
  at: Place,
  keys: Readonly<Record<K, 'required' | 'optional'>>,
  tell: Tell,
): Partial<Record<K, Line>> {
  const found: Partial<Record<K, Line>> = {}
  const names = Object.keys(keys) as K[]
  for (const line of lines) {
    if (line.text.trim() === '') continue
    const [opening, key] = KEY.exec(line.text) ?? []
    const name = names.find((each) => each === key)
    if (opening === undefined || key === undefined) tell(line, 'This line must be: key: value.')
    else if (name === undefined) {
      const near = nearest(key, names)
      const hint = near === undefined ? `The keys are ${names.join(', ')}.` : `Did you mean ${near}?`
      tell(line, `There is no key ${key}. ${hint}`)
    } else if (found[name]) tell(line, `The key ${name} is here a second time.`)
    else {
      const value = cut(line, opening.length)
      if (value.text === '') tell(value, `The key ${name} has no value.`)
      found[name] = value
    }
  }
  for (const name of names)
    if (keys[name] === 'required' && !found[name]) tell(at, `The key ${name} is missing.`)
  return found
}
