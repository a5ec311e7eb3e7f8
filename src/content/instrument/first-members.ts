/** The first members of an object, each as it shall be told: own data properties, no getters. */
import { bare, keysOf, ownValue } from './pristine.ts'

const MOST = 50

/** What `tell` says nothing of is undefined, which JSON leaves out. */
export function firstMembers(object: unknown, tell: (member: unknown) => unknown): object {
  const told = bare<Record<string, unknown>>({})
  const keys = keysOf(object as object)
  for (let i = 0; i < keys.length && i < MOST; i++) {
    const key = keys[i] as string
    told[key] = tell(ownValue(object, key))
  }
  return told
}
