/** Sees the runtime's own seams (djust-wire 1.7): each is optional, and without it rows are poorer, never absent. */
import type { FactOf } from '../../../protocol/facts.ts'
import { type AnyFunction, type Around, wrap } from '../disguise.ts'
import { intercept } from '../intercept.ts'
import { bare, isObject, ownKeys, ownValue, quietly } from '../pristine.ts'
import type { Site } from '../site.ts'
import type { StandingListeners } from '../standing-listeners.ts'
import { aroundCall } from './calls.ts'
import { aroundDispatch } from './dispatches.ts'
import { tapPrototype } from './transport-class.ts'

type Marker = FactOf<'marker'>['marker']

export function tapRuntime(site: Site, { hear }: StandingListeners): void {
  const dispatchBy = aroundDispatch(site)
  const seen: Record<string, true> = bare({})

  const announce = (name: string) => {
    if (seen[name]) return
    seen[name] = true
    site.report({ type: 'feature', name })
  }
  const mark = (marker: Marker) => site.report({ type: 'marker', marker, frame: site.arrivals.current() })
  const marking =
    (marker: Marker): Around =>
    (run) => {
      mark(marker)
      return run()
    }

  /** A class stays the page's own; its methods are shared by everyone through the prototype. */
  const members: Record<string, Around | 'class'> = bare({
    call: aroundCall(site),
    dispatch: dispatchBy('dispatch'),
    handleEvent: dispatchBy('handleEvent'),
    _flushVirtualKeyedOps: marking('apply-end'),
    extractColocatedHooks: marking('render-end'),
    LiveViewWebSocket: 'class',
    LiveViewSSE: 'class',
  })
  const names = ownKeys(members) as string[]

  function watchMembers(djust: object) {
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string
      const around = members[name] as Around | 'class'
      intercept(djust, name, (value) => {
        if (typeof value !== 'function') return value
        announce(`djust.${name}`)
        if (around !== 'class') return wrap(value as AnyFunction, around)
        quietly(() => tapPrototype(ownValue(value, 'prototype'), site, dispatchBy('sendEvent')))
        return value
      })
    }
  }

  function see(djust: unknown): unknown {
    if (djust === site.djust) return djust
    site.djust = djust
    if (isObject(djust)) {
      announce('djust')
      quietly(() => watchMembers(djust))
    }
    return djust
  }

  /** Also finds what no setter sees: a property that the page has put in place of ours. */
  const scan = () => {
    intercept(window, 'djust', see)
    // Assigned right before the patches of a root view are applied, also when its value is undefined.
    intercept(
      window,
      '_lastPatchTiming',
      (value) => value,
      () => mark('apply-start'),
    )
    if (isObject(site.djust)) watchMembers(site.djust)
  }
  quietly(scan)
  hear(window, 'DOMContentLoaded', scan)
  hear(window, 'load', scan)
}
