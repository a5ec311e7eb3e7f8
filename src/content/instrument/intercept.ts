/**
 * Sees what the page assigns to a property, without the page seeing us.
 *
 * Before anything is assigned the getter answers undefined and the property is not enumerable, so `if (window.djust)`,
 * `typeof`, `Object.keys` and `for…in` are as without us; keys keep the order in which the page assigned them. Not to be hidden:
 * - `'djust' in window`, `hasOwnProperty`, all that lists keys which are not enumerable, and that reading the bare name
 *   `djust` no longer throws a ReferenceError; the same for the members of `djust` that are waited for.
 * - That the property is an accessor and configurable. So `Object.defineProperty(window, 'djust', { writable: false })`, which
 *   names no value, loses the value; what `defineProperty` makes without saying so stays configurable, and what it makes without
 *   a value before anything was assigned comes in our place in the order of keys; `var djust` can be deleted.
 * - That an enumerable member which `djust` inherits (`Object.create({ call() {} })`) is missing from `for…in`.
 * - That assigning to a holder which was frozen while our property stood there still takes effect, and that strict code which
 *   assigns to a getter of the page's, put in our place without a setter, gets no TypeError: a setter knows neither of the lock
 *   nor whether strict code assigns.
 * Standing in front of `defineProperty` and `freeze` would hide most of these, at a price in bytes for every page of the web.
 */
import { unmask } from './disguise.ts'
import {
  bare,
  defineProperty,
  deleteProperty,
  functionCall,
  getPrototypeOf,
  isObject,
  ownProperty,
  PristineWeakMap,
  setProperty,
  weakGet,
  weakSet,
} from './pristine.ts'

const ours = new PristineWeakMap<object, true>()

/**
 * `see` hears every value that comes to stand there and answers what reading it gives; the same value must give the same
 * answer. `assigning` hears every assignment, before it. Where the property cannot be replaced (frozen, or an accessor of the page), `see` hears the present value only.
 */
export function intercept(
  holder: object,
  name: string,
  see: (value: unknown) => unknown,
  assigning?: () => void,
): void {
  const found = ownProperty(holder, name)
  if (weakGet(ours, found?.get)) return
  const present = found ?? inherited(holder, name)
  if (present?.get || present?.set) return

  let value = unmask(found?.value)
  let assigned = found !== undefined
  const get = () => {
    const read = assigned ? value : inherited(holder, name)?.value
    // Where `djust` is a function, the `call` that every function has is not the runtime's.
    return !assigned && read === functionCall ? read : see(read)
  }
  function set(this: unknown, next: unknown) {
    // The page has put a getter of its own in place of ours, and `defineProperty` has kept our setter.
    if (ownProperty(holder, name)?.get !== get) return
    // An heir of the holder gets a property of its own.
    if (isObject(this) && this !== holder)
      return void setProperty(bare({ [name]: undefined }), name, next, this)
    assigning?.()
    value = unmask(next)
    if (!assigned) {
      // Keys come in the order in which the page assigned them.
      deleteProperty(holder, name)
      define(true)
    }
    assigned = true
    see(value)
  }
  const define = (enumerable: boolean) =>
    defineProperty(holder, name, bare({ get, set, enumerable, configurable: true }))

  weakSet(ours, get, true)
  if (assigned) see(value)
  if (!found) define(false)
  else if (found.configurable && found.writable) define(found.enumerable === true)
}

/** A method of the holder's class. */
function inherited(holder: object, name: string): PropertyDescriptor | undefined {
  for (let owner = getPrototypeOf(holder); owner; owner = getPrototypeOf(owner)) {
    const found = ownProperty(owner, name)
    if (found) return found
  }
  return undefined
}
