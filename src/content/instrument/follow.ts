/**
 * Learns how a function of the page settles without changing what the page sees of it.
 *
 * A promise that anyone has attached to counts as handled, so attaching and handing out the same promise would silence the
 * page's own `unhandledrejection`. So a promise of the runtime is left alone wherever the wire tells the rest, and the page
 * gets the very same object. What is followed nevertheless is handed out as another plain promise, which settles one
 * microtask later with the very same value or error, and is handled or not by the page alone. Those are: a `djust.call`,
 * `dispatch`, `handleEvent` or `sendEvent` that has sent nothing by the time it returns (refused before the network, or sent
 * after an `await`), a `handleMessage` of the transport classes, and djust's own requests made with `fetch`. Not to be hidden
 * of these: which promise it is, where code of the page keeps the original beside what it hands out; that one microtask; and
 * that a page which handles such an original and hands it out has not handled what we hand out in its place, so that a
 * rejection of it is reported as unhandled. No script can ask whether a promise is handled.
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
 * promises that carry members of their own and other objects are left alone, and so is everything once `told` says that the wire
 * tells how it ends: we learn nothing of them, and the page gets the very same object.
 */
export function follow(
  run: () => unknown,
  fulfilled: (value: unknown) => void,
  rejected: (reason: unknown) => void,
  told?: () => boolean,
): unknown {
  let answer: unknown
  try {
    answer = run()
  } catch (reason) {
    quietly(rejected, reason)
    throw reason
  }
  const given = quietly(() => {
    if (told?.()) return undefined
    if (!isObject(answer)) {
      fulfilled(answer)
      return undefined
    }
    if (getPrototypeOf(answer) !== promisePrototype || ownKeys(answer).length > 0) return undefined
    const source = weakGet(sources, answer)
    settle(
      source ?? answer,
      (value) => quietly(fulfilled, value),
      (reason) => quietly(rejected, reason),
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
