/** Writes a fact as JSON, and never asks a `toJSON` that the page may have planted. */
import { bare, each, isObject, keysOf, objectPrototype, ownProperty, stringify } from './pristine.ts'

/** What is undefined is left out. For plain objects of our own making only: they may lose their prototypes. */
export function serialise(fact: object): string {
  // Taking a prototype away costs more than all the rest, so it waits for a page that plants something.
  if (ownProperty(objectPrototype, 'toJSON')) disown(fact)
  return stringify(fact)
}

function disown(value: object) {
  bare(value)
  each(keysOf(value), (key) => {
    const member = (value as Record<string, unknown>)[key]
    if (isObject(member)) disown(member)
  })
}
