/** Sees through the prototype of a transport class what its instances are told and when they are done with a frame. */
import type { Arrival } from '../arrivals.ts'
import { type Around, wrapMethod } from '../disguise.ts'
import { follow } from '../follow.ts'
import {
  getPrototypeOf,
  isObject,
  objectPrototype,
  ownValue,
  PristineWeakMap,
  weakGet,
  weakSet,
} from '../pristine.ts'
import type { Site } from '../site.ts'

export function tapPrototype(prototype: unknown, { arrivals }: Site, sendEvent: Around): void {
  /** `handleMessage` only queues where there is an `_handleMessageImpl`; the frame's object ties the two together. */
  const queued = new PristineWeakMap<object, Arrival>()
  let queues = false

  function handle(arrival: Arrival | undefined, run: () => unknown): unknown {
    if (!arrival) return run()
    const end = () => arrivals.end(arrival, 'runtime')
    return follow(run, end, end)
  }
  const handleMessage: Around = (run, _self, { 0: frame }) => {
    const arrival = arrivals.adopt()
    if (!queues || !arrival || !isObject(frame)) return handle(arrival, run)
    weakSet(queued, frame, arrival)
    return run()
  }
  const handleNow: Around = (run, _self, { 0: frame }) =>
    handle(weakGet(queued, frame) ?? arrivals.adopt(), run)

  for (let owner = prototype; isObject(owner) && owner !== objectPrototype; owner = getPrototypeOf(owner)) {
    queues ||= typeof ownValue(owner, '_handleMessageImpl') === 'function'
    wrapMethod(owner, 'sendEvent', sendEvent)
    wrapMethod(owner, 'handleMessage', handleMessage)
    wrapMethod(owner, '_handleMessageImpl', handleNow)
  }
}
