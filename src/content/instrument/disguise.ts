/**
 * Stands in for functions of the page and the platform so that they look, compare and fail as without us.
 *
 * Not to be hidden: time; frames of ours in the stack of an error that is made inside of them; and that a `fetch` is asked for
 * the own properties of its options before the platform reads them, which a Proxy given as options hears.
 */
import {
  apply,
  bare,
  construct,
  defineProperty,
  ownProperty,
  ownValue,
  PristineWeakMap,
  quietly,
  weakGet,
  weakSet,
} from './pristine.ts'
import { PristineProxy } from './pristine-dom.ts'

export type AnyFunction = (...args: never[]) => unknown

const originals = new PristineWeakMap<object, unknown>()

/** What hides behind a disguise of ours; anything else is itself. */
export const unmask = (value: unknown): unknown => weakGet(originals, value) ?? value

/** A Proxy: `name`, `length`, statics, `prototype` and `instanceof` stay those of the original. */
export function disguise<F extends object>(original: F, traps: ProxyHandler<F>): F {
  const proxy = new PristineProxy(original, bare(traps))
  weakSet(originals, proxy, original)
  return proxy
}

/** `around` calls `run` exactly once, answers its answer, and lets its errors pass. */
export type Around = (run: () => unknown, self: unknown, args: ArrayLike<unknown>) => unknown

const worn = new PristineWeakMap<object, AnyFunction>()

/** One disguise for each function, whatever names it goes by, so that identities stay as the page made them. */
export function wrap(original: AnyFunction, around: Around): AnyFunction {
  const before = weakGet(worn, original)
  if (before) return before
  const disguised = disguise(original, {
    apply: (target, self, args) => around(() => apply(target, self, args), self, args),
  })
  weakSet(worn, original, disguised)
  return disguised
}

/** Puts a stand-in where a method or constructor stood, with the attributes that it had. */
export function replace(holder: object, name: string, standIn: (original: AnyFunction) => unknown): void {
  const found = ownProperty(holder, name) ?? bare<PropertyDescriptor>({})
  const original = found.value
  if (typeof original !== 'function' || unmask(original) !== original) return
  found.value = standIn(original)
  defineProperty(holder, name, found)
}

export const wrapMethod = (holder: object, name: string, around: Around) =>
  replace(holder, name, (native) => wrap(native, around))

/** Hears of every call of a method that came through; `watch` runs right after it. */
export const watchMethod = (
  holder: object,
  name: string,
  watch: (self: object, args: ArrayLike<unknown>) => void,
) =>
  wrapMethod(holder, name, (run, self, args) => {
    const answer = run()
    quietly(() => watch(self as object, args))
    return answer
  })

/** A Proxy prints as an anonymous native function; its original prints as itself. */
export const hideDisguises = () =>
  replace(Function.prototype, 'toString', (native) =>
    disguise(native, { apply: (target, self, args) => apply(target, unmask(self), args) }),
  )

/** Puts a stand-in where a constructor stood, so that `watch` hears of every instance. Subclasses keep their `new.target`. */
export function replaceConstructor<T extends object>(name: string, watch: (instance: T) => void): void {
  replace(window, name, (native) => {
    const standIn: object = disguise(native, {
      construct(target, args, newTarget) {
        const instance: T = construct(target, args, newTarget === standIn ? target : newTarget)
        quietly(watch, instance)
        return instance
      },
    })
    // `instance.constructor === WebSocket` holds for the page as before.
    replace(ownValue(native, 'prototype') as object, 'constructor', () => standIn)
    return standIn
  })
}
