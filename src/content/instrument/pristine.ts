/**
 * The language as it was before any script of the page ran: what is taken here keeps working when the page replaces it.
 *
 * House rules that follow from it: no `for…of`, spread or array destructuring (they call the page's iterators once it runs), no method
 * calls on strings, lists, maps and expressions, and no object with the page's prototype handed to the platform (`bare`).
 */
const { bind, call } = Function.prototype

/** A method as a function of its receiver; nothing is looked up when it runs. */
const uncurry = bind.bind(call) as <A extends unknown[], R>(
  method: (...args: A) => R,
) => (self: unknown, ...args: A) => R

const bound = uncurry(bind) as <F>(work: F, self: unknown) => F
/** A method with its receiver fixed. */
export const fixed = <T, K extends keyof T>(self: T, name: K): T[K] => bound(self[name], self)

const {
  getOwnPropertyDescriptor,
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getPrototypeOf,
  ownKeys,
  set: setProperty,
} = Reflect

export { apply, construct, defineProperty, deleteProperty, getPrototypeOf, ownKeys, setProperty }
export const objectPrototype = Object.prototype
const PristineObject = Object
const { setPrototypeOf, keys: keysOf, assign } = PristineObject

export { assign, call as functionCall, keysOf }
export const { isArray } = Array
export const { parse, stringify } = JSON
export const { fromCharCode } = String
export const { max, min } = Math
export const decode = decodeURIComponent

/** Options and descriptors for the platform, which would otherwise read what they lack from the page's `Object.prototype`. */
export const bare = <T extends object>(options: T): T => setPrototypeOf(options, null)

export interface List<T> {
  [index: number]: T
  length: number
}
/** A list that meets no setter of the page: `list[list.length] = x` appends. */
export const newList = <T>(): List<T> => bare([])

/** For our own lists and arrays, whose length no page can change. */
export function each<T>(items: List<T>, work: (item: T) => unknown): void {
  for (let i = 0; i < items.length; i++) work(items[i] as T)
}

/** The same list without one of its items. */
export function without<T>(items: List<T>, item: T): List<T> {
  const rest = newList<T>()
  each(items, (other) => {
    if (other !== item) rest[rest.length] = other
  })
  return rest
}

type Taken<T> = T extends (...args: infer A) => infer R
  ? (self: unknown, ...args: A) => R
  : (self: unknown) => T

/** Methods of a class, and getters of accessors, as functions of their receiver. What a browser lacks throws when it is used. */
export const take = <P extends object, K extends (keyof P)[]>({ prototype }: { prototype: P }, ...names: K) =>
  names.map((name) => {
    const found = getOwnPropertyDescriptor(prototype, name)
    return uncurry((found?.get ?? found?.value) as () => unknown)
  }) as unknown as { [I in keyof K]: Taken<P[K[I]]> }

export const [charCodeAt, indexOf, slice] = take(String, 'charCodeAt', 'indexOf', 'slice')
/** `test`, `match` and `replace` would look the page's `exec` up, so this is the only way to run an expression. */
export const [exec] = take(RegExp, 'exec')

export const { WeakMap: PristineWeakMap, WeakRef: PristineWeakRef, Error: PristineError } = globalThis

export const [weakGet, weakSet] = take(PristineWeakMap, 'get', 'set') as unknown as [
  <V>(map: WeakMap<object, V>, key: unknown) => V | undefined,
  <V>(map: WeakMap<object, V>, key: object, value: V) => unknown,
]
export const [deref] = take(PristineWeakRef, 'deref') as unknown as [
  <T extends object>(ref: WeakRef<T>) => T | undefined,
]

export const promisePrototype = Promise.prototype
export const [settle] = take(Promise, 'then') as unknown as [
  (
    promise: unknown,
    fulfilled?: (value: unknown) => unknown,
    rejected?: (reason: unknown) => unknown,
  ) => Promise<unknown>,
]

/** Runs our own work, on what it is given. What goes wrong in it is ours alone: the page must never see it. */
export function quietly<T, A>(work: (given: A) => T, given?: A): T | undefined {
  try {
    return work(given as A)
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is object => PristineObject(value) === value

/** A string as it is; nothing else is asked to become one. */
export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** An own property, described by an object that lacks what it does not say. */
export function ownProperty(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  const found = getOwnPropertyDescriptor(object, key)
  return found && bare(found)
}

/** The value of an own data property; getters are never called, and a Proxy of the page may throw what it likes. */
export const ownValue = (object: unknown, key: PropertyKey): unknown =>
  quietly(() => (isObject(object) ? ownProperty(object, key)?.value : undefined))
