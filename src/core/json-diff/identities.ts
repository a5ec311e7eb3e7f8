/** Gives equal JSON values equal numbers, so that whole subtrees compare at the price of one. */
import type { Stop } from './difference.ts'

/** Levels: more than any payload means to have, and fewer than functions may call each other. */
const DEEPEST = 200
/** Members and items of one value. */
const MOST = 100_000

export interface Identities {
  /** Of two values the same exactly if they are equal, and were looked into wholly; the order of an object's members does not count. */
  of(value: unknown): number
  /** Not looked into. */
  isOpaque(value: unknown): boolean
  stopped: readonly Stop[]
}

/** Looks through both values once, as far as the bounds go. They may be anything that `JSON.parse` gives. */
export function identify(before: unknown, after: unknown): Identities {
  const scalars = new Map<unknown, number>()
  const shapes = new Map<string, number>()
  const containers = new Map<object, number>()
  const opaque = new Set<object>()
  const stopped = new Set<Stop>()
  let last = 0
  let left = 0

  function numbered<K>(numbers: Map<K, number>, key: K): number {
    const number = numbers.get(key)
    if (number !== undefined) return number
    last += 1
    numbers.set(key, last)
    return last
  }

  /** Undefined for what is equal to nothing, not even to itself in the other value. */
  function look(value: unknown, depth: number): number | undefined {
    if (!isContainer(value)) return numbered(scalars, value)
    const names = Array.isArray(value) ? undefined : Object.keys(value)
    const size = Array.isArray(value) ? value.length : (names?.length ?? 0)
    const stop = depth > DEEPEST ? 'depth' : size > left ? 'size' : undefined
    if (stop) {
      stopped.add(stop)
      opaque.add(value)
      return undefined
    }
    left -= size
    const shape = names ? members(value, names, depth) : items(Object.values(value), depth)
    if (shape === undefined) return undefined
    const number = numbered(shapes, shape)
    containers.set(value, number)
    return number
  }

  function items(values: readonly unknown[], depth: number): string | undefined {
    const numbers = values.map((value) => look(value, depth + 1))
    return numbers.includes(undefined) ? undefined : `[${numbers.join()}]`
  }

  function members(value: object, names: readonly string[], depth: number): string | undefined {
    const pairs = names.map((name) => ({
      name: numbered(scalars, name),
      value: look(memberOf(value, name), depth + 1),
    }))
    if (pairs.some((pair) => pair.value === undefined)) return undefined
    pairs.sort((a, b) => a.name - b.name)
    return `{${pairs.map((pair) => `${pair.name}:${pair.value}`).join()}}`
  }

  for (const value of [before, after]) {
    left = MOST
    look(value, 0)
  }
  return {
    of: (value) => (isContainer(value) ? numbered(containers, value) : numbered(scalars, value)),
    isOpaque: (value) => isContainer(value) && opaque.has(value),
    stopped: [...stopped],
  }
}

export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Its own and no other: a member named `__proto__` is a member, and what objects inherit is none. */
export function memberOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}
