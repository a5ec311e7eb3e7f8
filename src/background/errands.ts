/** Does in a page what a panel asks for: brings the overlay along when it is first needed, and takes it away with the panel. */
import { PATIENCE, resendInPage } from '../content/errands/resend-in-page.ts'
import { writeMeasures } from '../content/errands/write-measures.ts'
import { OVERLAY_GLOBAL } from '../protocol/channel.ts'
import type { Port } from '../protocol/port.ts'
import type { Errand, OverlayOrder, Reached } from '../protocol/reach.ts'
import type { PanelHears, PanelSays } from '../protocol/switchboard.ts'

export interface ErrandsDeps {
  /** Runs a function in a frame, with data alone. Rejects where the frame cannot be entered, and where it goes meanwhile. */
  run<A extends unknown[]>(
    world: 'ISOLATED' | 'MAIN',
    place: Place,
    work: (...args: A) => unknown,
    args: A,
  ): Promise<unknown>
  /** Brings the overlay into a frame. */
  bringOverlay(place: Place): Promise<void>
  /** Brings the shaker into the page's world of a frame; it stops by itself when nobody listens any more. */
  bringShaker(place: Place): Promise<void>
}

export interface Place {
  tab: number
  frame: number
}

export interface Errands {
  connectPanel(port: Port, tab: number): void
  /** The overlay of a frame, which lives as long as this port. */
  connectOverlay(port: Port, tab: number): void
}

export function createErrands({ run, bringOverlay, bringShaker }: ErrandsDeps): Errands {
  const overlays = new Map<number, Set<Port>>()

  function connectPanel(port: Port, tab: number): void {
    port.onMessage.addListener((message) => {
      const said = message as PanelSays
      if (said.say !== 'send') return
      const { number, errand, frame } = said
      void doErrand({ tab, frame }, errand).then((reached) => answer(port, { hear: 'done', number, reached }))
    })
    // Another panel of the same tab brings it back when it next points at something.
    port.onDisconnect.addListener(() => {
      for (const overlay of overlays.get(tab) ?? []) overlay.disconnect()
      overlays.delete(tab)
    })
  }

  function connectOverlay(port: Port, tab: number): void {
    const ports = overlays.get(tab) ?? new Set()
    overlays.set(tab, ports.add(port))
    port.onDisconnect.addListener(() => ports.delete(port))
  }

  function doErrand(place: Place, errand: Errand): Promise<Reached<unknown>> {
    switch (errand.do) {
      case 'overlay':
        return reach(NO_ENTRY, () => overlay(place, errand.order))
      case 'measure':
        return reach(NO_ENTRY, () => run('ISOLATED', place, writeMeasures, [errand.origin, errand.entries]))
      case 'bring-shaker':
        return reach(NO_ENTRY, async () => {
          await bringShaker(place)
          return true
        })
      case 'resend':
        return reach(NO_ANSWER, async () => {
          const outcome = await run('MAIN', place, resendInPage, [errand.sending, PATIENCE])
          if (!outcome) throw new Error('it answered nothing')
          return outcome
        })
    }
  }

  async function overlay(place: Place, order: OverlayOrder): Promise<unknown> {
    const args: Parameters<typeof orderOverlay> = [OVERLAY_GLOBAL, order]
    const found = await run('ISOLATED', place, orderOverlay, args)
    if (found) return found
    await bringOverlay(place)
    return (await run('ISOLATED', place, orderOverlay, args)) ?? []
  }

  return { connectPanel, connectOverlay }
}

const NO_ENTRY = 'The browser lets nobody into this frame'
const NO_ANSWER = 'The page was left before it had answered, or lets nobody in'
/** So Firefox says of a page that is left as well, whatever it may enter. */
const MISLEADING = /^Missing host permission/

/** Runs in the page's isolated world, so it closes over nothing. Null where there is no overlay to take the order. */
function orderOverlay(name: string, order: OverlayOrder): unknown {
  const obey = (globalThis as unknown as Record<string, ((order: OverlayOrder) => unknown) | undefined>)[name]
  if (obey) return obey(order)
  return order.draw === 'nothing' ? [] : null
}

async function reach(otherwise: string, work: () => Promise<unknown>): Promise<Reached<unknown>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const { message } = error as Error
    const isNoMore = otherwise === NO_ANSWER && MISLEADING.test(message)
    return { ok: false, says: isNoMore ? otherwise : `${otherwise}: ${message}` }
  }
}

function answer(port: Port, message: PanelHears): void {
  try {
    port.postMessage(message)
  } catch {}
}
