/** Finds a text in JSON: in names and in values, in the order in which they stand. */
import { isContainer, memberOf } from '../../core/json-diff/identities.ts'
import type { Place } from './json-place.ts'

interface Open {
  place: Place
  container: object
  names: readonly string[] | undefined
  size: number
  at: number
}

/** Bit by bit: undefined when a value was looked at in vain. With a stack of its own, for JSON may be deeper than functions may call each other. */
export function* findIn(root: Place, wanted: string): Generator<Place | undefined> {
  const text = wanted.toLowerCase()
  const holds = (each: string) => each.toLowerCase().includes(text)
  const isHit = ({ value, step }: Place) =>
    (typeof step === 'string' && holds(step)) || (!isContainer(value) && holds(String(value)))
  const open: Open[] = []

  function* look(place: Place): Generator<Place | undefined> {
    yield isHit(place) ? place : undefined
    const { value } = place
    if (!isContainer(value)) return
    const names = Array.isArray(value) ? undefined : Object.keys(value)
    const size = Array.isArray(value) ? value.length : (names?.length ?? 0)
    open.push({ place, container: value, names, size, at: 0 })
  }

  yield* look(root)
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { place, container, names, size, at } = inner
    if (at === size) {
      open.pop()
      continue
    }
    inner.at += 1
    const step = names?.[at] ?? at
    const value = names ? memberOf(container, String(step)) : (container as readonly unknown[])[at]
    yield* look({ value, step, around: place })
  }
}
