/** Puts its stand-ins into the page while it shakes, and takes them out again; what is held by then goes at once, in order. */
import { SHAKE } from '../../protocol/channel.ts'
import type { Lease } from '../../protocol/shaker.ts'
import { createLease } from './lease.ts'
import { createNumbering } from './numbering.ts'
import { type Shaking, shakeFetch } from './shake-requests.ts'
import { shakeSockets } from './shake-sockets.ts'
import type { Tools } from './tools.ts'
import { createLines } from './waiting-lines.ts'

type Lent = [shake: Lease, report: Tools['report'], running: Tools['running']]

/** It does nothing until the instrument lends it what it needs, and from then on whatever that says. */
export function startShaker(view: Window & typeof globalThis): void {
  let shaking: Shaking | undefined
  let takeOut: (() => void) | undefined
  let round: number | undefined
  /** Another panel has begun since: of two, the one that began last is heard. */
  const superseded = new Set<number>()
  const clock = {
    now: () => view.performance.now(),
    after: (ms: number, work: () => void) => view.setTimeout(work, ms),
    cancel: (timer: number) => view.clearTimeout(timer),
  }
  const lease = createLease(clock, stop)

  function stop(): void {
    const { lines } = shaking ?? {}
    shaking = undefined
    lease.end()
    lines?.flush()
    takeOut?.()
    takeOut = undefined
  }

  view.document.addEventListener(SHAKE, (event) => {
    // Brought along twice, the first of us is enough.
    event.stopImmediatePropagation()
    const lent = (event as CustomEvent<Lent | null>).detail
    if (!lent) return stop()
    const [shake, report, running] = lent
    const { calls, dispatches } = shake
    if (superseded.has(shake.round)) return
    if (shaking && shake.round === round) return lease.renew(shake.lease)
    if (shaking && round !== undefined) superseded.add(round)
    stop()
    round = shake.round
    lease.renew(shake.lease)
    shaking = {
      tools: { report, running },
      lines: createLines(clock),
      number: createNumbering(shake),
      calls,
      dispatches,
    }
    takeOut = putIn(view, () => shaking)
  })
  view.addEventListener('pagehide', stop, { capture: true })
}

/** Answers what takes them out. Where the page has put something over one of them, that one stays and lets everything pass. */
function putIn(view: Window & typeof globalThis, shaking: () => Shaking | undefined): () => void {
  const sockets = shakeSockets(view, shaking)
  const { prototype } = view.WebSocket
  const ends = [
    swap(view, 'fetch', shakeFetch(view, shaking)),
    swap(prototype, 'send', sockets.send),
    swap(prototype, 'close', sockets.close),
  ]
  return () => {
    for (const end of ends) end()
  }
}

function swap<T extends object, K extends keyof T>(holder: T, name: K, standIn: T[K]): () => void {
  const before = holder[name]
  holder[name] = standIn
  return () => {
    if (holder[name] === standIn) holder[name] = before
  }
}
