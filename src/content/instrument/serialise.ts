/** Writes a fact as JSON, and never asks a `toJSON` that the page may have planted. */
import { bare, isObject, keysOf, objectPrototype, ownProperty, stringify } from './pristine.ts'

/** What is undefined is left out. For plain objects of our own making only: they may lose their prototypes. */
export function serialise(fact: object): string {
  // Taking a prototype away costs more than all the rest, so it waits for a page that plants something.
  if (ownProperty(objectPrototype, 'toJSON')) disown(fact)
  return stringify(fact)
}

function disown(value: object) {
  bare(value)
  const keys = keysOf(value)
  for (let i = 0; i < keys.length; i++) {
    const member = (value as Record<string, unknown>)[keys[i] as string]
    if (isObject(member)) disown(member)
  }
}
