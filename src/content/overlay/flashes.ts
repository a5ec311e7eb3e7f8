/** Flashes what has just been re-rendered: the colour says because of what, and the more often of late, the hotter. */
import type { Flash, Found } from '../../protocol/reach.ts'
import { take } from '../instrument/pristine.ts'
import { findElements } from './find.ts'
import { placesOf, put } from './places.ts'
import type { Stage } from './stage.ts'

const [isConnected] = take(Node, 'isConnected')

/** How long a flash is to be seen, and how long a re-render keeps its region hot, ms. */
const SEEN = 900
const HOT = 3_000
/** At once; a page that re-renders more of itself is bright all over as it is. */
const MOST = 40
/** Height of the word, px. */
const BADGE = 14
/** From this many re-renders of late on it gets no hotter. */
const HOTTEST = 10

/** Close to the panel's own hues; the word stands beside them. */
const COLOURS: Record<Flash['cause'], string> = {
  call: '#00677d',
  dispatch: '#a8520a',
  push: '#6b3fa0',
  navigation: '#146c2e',
  system: '#5f6368',
}

interface Lit {
  box: HTMLElement
  until: number
}

export interface Flashes {
  draw(flashes: readonly Flash[]): Found
  clear(): void
}

export function createFlashes(view: Window & typeof globalThis, stage: Stage): Flashes {
  const lit = new Map<Element, Lit>()
  const heat = new WeakMap<Element, number[]>()
  let frame: number | undefined

  /** Steps with the picture while anything is lit. Its own clock: the page may have another idea of the time. */
  function follow(): void {
    const now = performance.now()
    for (const [element, { box, until }] of lit)
      if (until <= now || !isConnected(element)) putOut(element, box)
    stage.hold()
    const places = [...lit.keys()].map((element) => placesOf(element)[0])
    for (const [index, { box, until }] of [...lit.values()].entries()) {
      const place = places[index]
      put(box, place)
      // Above what is often small, and inside only where that would be out of sight.
      box.style.setProperty('--lift', place && place.top >= BADGE ? `-${BADGE}px` : '0')
      // Who wants less motion sees it come and go at once.
      if (!isStill()) box.style.opacity = String(Math.min(1, (2 * (until - now)) / SEEN))
    }
    frame = lit.size > 0 ? view.requestAnimationFrame(follow) : undefined
  }

  const isStill = () => view.matchMedia('(prefers-reduced-motion: reduce)').matches

  function putOut(element: Element, box: HTMLElement): void {
    lit.delete(element)
    stage.drop(box)
  }

  /** How often it was re-rendered of late, this time included. */
  function heatUp(element: Element, now: number): number {
    const times = (heat.get(element) ?? []).filter((time) => time > now - HOT)
    times.push(now)
    heat.set(element, times.slice(-100))
    return times.length
  }

  function light(element: Element, cause: Flash['cause']): void {
    const now = performance.now()
    const count = heatUp(element, now)
    const box = lit.get(element)?.box ?? stage.add()
    const share = Math.min(1, count / HOTTEST)
    const colour = COLOURS[cause]
    box.style.cssText = `position: fixed; box-sizing: border-box; forced-color-adjust: none; outline: 1px solid #fffc;
      border: ${1 + Math.round(3 * share)}px solid ${colour};
      background: color-mix(in srgb, ${colour} ${Math.round(12 + 38 * share)}%, transparent)`
    const badge = (box.firstElementChild ?? box.appendChild(stage.make('span'))) as HTMLElement
    badge.textContent = count > 1 ? `${cause} ×${count}` : cause
    badge.style.cssText = `position: absolute; right: 0; top: var(--lift); padding: 0 4px; white-space: nowrap;
      color: #fff; background: ${colour}; font: 500 10px / ${BADGE}px system-ui, sans-serif`
    lit.set(element, { box, until: now + SEEN })
  }

  return {
    draw(flashes) {
      const found = flashes.map(({ selector, cause }) => {
        const elements = findElements(view.document, selector) ?? []
        for (const element of elements) if (lit.size < MOST || lit.has(element)) light(element, cause)
        return elements.length
      })
      if (frame === undefined && lit.size > 0) follow()
      return found
    },
    clear() {
      if (frame !== undefined) view.cancelAnimationFrame(frame)
      frame = undefined
      for (const [element, { box }] of lit) putOut(element, box)
    },
  }
}
