/** Sees the runtime's own seams (djust-wire 1.7): each is optional, and without it rows are poorer, never absent. */
import type { FactOf } from '../../../protocol/facts.ts'
import { currentStack } from '../current-stack.ts'
import { type AnyFunction, type Around, wrap } from '../disguise.ts'
import { intercept } from '../intercept.ts'
import { messageOf } from '../message-of.ts'
import { bare, each, exec, isObject, newList, ownKeys, ownValue, quietly } from '../pristine.ts'
import { errorOf, reasonOf } from '../pristine-dom.ts'
import type { Site } from '../site.ts'
import type { StandingListeners } from '../standing-listeners.ts'
import { aroundCall } from './calls.ts'
import { aroundDispatch, type Seam } from './dispatches.ts'
import { tapPrototype } from './transport-class.ts'

type Marker = FactOf<'marker'>['marker']

/** Both browsers name what was called as the page wrote it. */
const missing = /djust\??\.dispatch is not a f/

/** A line of a stack names the function in front of `(`, `[as …]` or `@`. */
const pushing = /pushEvent[ @]/

export function tapRuntime(site: Site, { hear }: StandingListeners): void {
  const dispatchBy = aroundDispatch(site)
  const seen: Record<string, true> = bare({})

  const announce = (name: string) => {
    if (seen[name]) return
    seen[name] = true
    site.report({ type: 'feature', name })
  }
  const mark = (marker: Marker) => {
    const frame = site.arrivals.current()
    // Without a frame it may be of what the client had cached, and then somebody asked for it.
    site.report({
      type: 'marker',
      marker,
      frame,
      trigger: frame === undefined ? site.triggers.current() : undefined,
    })
  }
  const marking =
    (marker: Marker): Around =>
    (run) => {
      mark(marker)
      return run()
    }

  /** A class stays the page's own; its methods are shared by everyone through the prototype. */
  const members: Record<string, Around | undefined> = bare({
    call: aroundCall(site),
    dispatch: dispatchBy('dispatch'),
    handleEvent: dispatchBy('handleEvent'),
    _flushVirtualKeyedOps: marking('apply-end'),
    extractColocatedHooks: marking('render-end'),
    LiveViewWebSocket: undefined,
    LiveViewSSE: undefined,
  })
  const names = ownKeys(members) as string[]

  function watchMembers(djust: object) {
    each(names, (name) => {
      const around = members[name]
      let first: unknown
      intercept(djust, name, (value) => {
        if (typeof value !== 'function') return value
        announce(`djust.${name}`)
        first ??= value
        if (first !== value) announce(`djust.${name} replaced`)
        if (around) return wrap(value as AnyFunction, around)
        quietly(() => {
          const prototype = ownValue(value, 'prototype') as object
          tapPrototype(prototype, site, dispatchBy('sendEvent'))
          if (name === 'LiveViewSSE') watchSocket(prototype)
        })
        return value
      })
    })
  }

  /** A dispatch that found nothing to go through; what it was called with nobody can see. */
  const fail = (by: Seam, reason?: unknown) =>
    dispatchBy(by)(
      () => {
        throw reason
      },
      site,
      newList(),
    )

  /** A hook's pushEvent looks for a socket, finds none over SSE, and gives up (djust-wire 8.5). */
  const watchSocket = (stream: object) =>
    intercept(stream, 'ws', (socket) => {
      if (!socket) quietly(() => exec(pushing, currentStack() as string) && fail('pushEvent'))
      return socket
    })

  const seeError = (reason: unknown) => exec(missing, messageOf(reason)) && fail('dispatch', reason)

  function see(djust: unknown): unknown {
    if (djust === site.djust) return djust
    site.djust = djust
    if (isObject(djust)) {
      announce('djust')
      quietly(watchMembers, djust)
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
  hear(window, 'error', (event) => seeError(errorOf(event)))
  hear(window, 'unhandledrejection', (event) => seeError(reasonOf(event)))
}
