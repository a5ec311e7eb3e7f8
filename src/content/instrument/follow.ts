/**
 * Learns how a function of the page settles without changing what the page sees of it.
 *
 * A promise that anyone has attached to counts as handled, so attaching and handing out the same promise would silence the
 * page's own `unhandledrejection`. What is handed out instead settles one microtask later with the same value or error, and
 * is handled or not by the page alone. Not to be hidden: code of the page that attaches to a promise of its own and then hands
 * out that very promise has handled it, and what we hand out in its place is reported as unhandled; no script can ask.
 */
import {
  getPrototypeOf,
  isObject,
  ownKeys,
  PristineWeakMap,
  promisePrototype,
  quietly,
  settle,
  weakGet,
  weakSet,
} from './pristine.ts'

const handedOut = new PristineWeakMap<object, unknown>()
/** The promise behind one that we handed out: a wrapper of the page that hands ours on gets it back, with what it attached. */
const sources = new PristineWeakMap<object, unknown>()

/**
 * Answers what the page gets, or throws what the page gets. A plain value counts as settled at once. Subclasses of Promise,
 * promises that carry members of their own and other objects are left alone: we learn nothing of them, and the page gets the
 * very same object.
 */
export function follow(
  run: () => unknown,
  fulfilled: (value: unknown) => void,
  rejected: (reason: unknown) => void,
): unknown {
  let answer: unknown
  try {
    answer = run()
  } catch (reason) {
    quietly(() => rejected(reason))
    throw reason
  }
  const given = quietly(() => {
    if (!isObject(answer)) {
      fulfilled(answer)
      return undefined
    }
    if (getPrototypeOf(answer) !== promisePrototype || ownKeys(answer).length > 0) return undefined
    const source = weakGet(sources, answer)
    settle(
      source ?? answer,
      (value) => quietly(() => fulfilled(value)),
      (reason) => quietly(() => rejected(reason)),
    )
    if (source) return undefined
    const before = weakGet(handedOut, answer)
    if (before) return before
    const promise = settle(answer)
    weakSet(handedOut, answer, promise)
    weakSet(sources, promise, answer)
    return promise
  })
  return given ?? answer
}
