/**
 * Follows every incoming frame until the page is done with it, and gathers the DOM evidence of just that stretch.
 *
 * Outside such a stretch nothing is observed, so a page that is at rest pays nothing.
 */
import { countChanges } from './dom-changes.ts'
import type { Reporter } from './outbox.ts'
import { bare, each, type List, newList, quietly, take, without } from './pristine.ts'
import {
  findAll,
  isConnected,
  isHidden,
  now,
  PristineMutationObserver,
  requestAnimationFrame,
  setTimeout,
} from './pristine-dom.ts'

const [observe, disconnect, takeRecords] = take(
  PristineMutationObserver,
  'observe',
  'disconnect',
  'takeRecords',
)

const ROOTS = '[dj-view],[dj-root],[data-djust-view],[data-djust-root]'
/** View roots seldom change: they are looked up again after this long, or when one has left the document; ms. */
const ROOTS_HOLD = 1000
/** A frame whose handling never ends is given up after this long, ms. */
const PATIENCE = 10_000

export interface Arrival {
  /** Its seq, once there is one. */
  frame: number | undefined
  /** What ends it: the end of the task that received it, or a word of the runtime (or, before that, the body of an answer). */
  awaits: 'task' | 'runtime'
}

export interface Arrivals {
  /** Starts to follow a frame. */
  receive(frame: number): void
  /** Starts to follow an HTTP answer, whose fact is stored only when its body is there. */
  expect(): Arrival
  /** The answer has been read and the page will handle it in this task. */
  complete(arrival: Arrival, frame: number | undefined): void
  /** The runtime takes the frame that was just received into its own hands. */
  adopt(): Arrival | undefined
  /** The page is done with it. */
  end(arrival: Arrival, by: 'runtime' | 'task'): void
  /** The seq of the frame being handled now, when one is. */
  current(): number | undefined
}

/** `tellFrame` is told of every frame before the page hears it (''), and when the page is done with it (its seq). */
export function createArrivals(report: Reporter, tellFrame: (detail: string) => void): Arrivals {
  let open = newList<Arrival>()
  let latest: Arrival | undefined
  let records = newList<MutationRecord>()
  let roots: ArrayLike<Element> = newList<Element>()
  let rootsUntil = 0

  const observer = new PristineMutationObserver((fresh) => keep(fresh))
  const keep = (fresh: List<MutationRecord>) =>
    each(fresh, (record) => {
      records[records.length] = record
    })

  function observeRoots() {
    let hold = now() < rootsUntil
    for (let i = 0; roots[i]; i++) hold &&= isConnected(roots[i])
    if (!hold) {
      rootsUntil = now() + ROOTS_HOLD
      roots = findAll(document, ROOTS)
      if (!roots[0]) roots = findAll(document, 'body')
    }
    for (let i = 0; roots[i]; i++) observe(observer, roots[i] as Element, everything)
  }

  function follow(arrival: Arrival): Arrival {
    if (open.length === 0) {
      observeRoots()
      tellFrame('')
    }
    open[open.length] = arrival
    return arrival
  }
  /** Ends it if it still awaits the same by then. */
  function endAfter(arrival: Arrival, ms: number) {
    const { awaits } = arrival
    setTimeout(() => arrival.awaits === awaits && quietly(() => end(arrival, 'task')), ms)
  }

  function end(arrival: Arrival, by: 'runtime' | 'task') {
    const rest = without(open, arrival)
    if (rest.length === open.length) return
    open = rest
    if (latest === arrival) latest = undefined
    keep(takeRecords(observer))
    if (open.length === 0) disconnect(observer)
    const mine = records
    records = newList()
    const { frame } = arrival
    if (frame === undefined) return
    const changes = countChanges(mine)
    report({ type: 'mutation', frame, ...changes })
    tellFrame(`${frame}`)
    // A hidden page paints nothing, and would let those that wait for it pile up.
    if (changes.nodes > 0 && !isHidden(document))
      requestAnimationFrame(() => setTimeout(() => report({ type: 'painted', frame })))
    report({ type: 'frame-done', frame, by })
  }

  return {
    receive(frame) {
      // Every message is a task of its own, so the one before it has been handled by now.
      if (latest) end(latest, 'task')
      latest = follow({ frame, awaits: 'task' })
      endAfter(latest, 0)
    },
    expect() {
      const arrival = follow({ frame: undefined, awaits: 'runtime' })
      endAfter(arrival, PATIENCE)
      return arrival
    },
    complete(arrival, frame) {
      arrival.frame = frame
      arrival.awaits = 'task'
      endAfter(arrival, 0)
    },
    adopt() {
      const arrival = latest
      latest = undefined
      if (arrival) {
        arrival.awaits = 'runtime'
        endAfter(arrival, PATIENCE)
      }
      return arrival
    },
    end,
    current() {
      // Frames are applied in the order in which they came, so the oldest is the one in hand.
      let frame: number | undefined
      each(open, (arrival) => {
        frame ??= arrival.frame
      })
      return frame
    },
  }
}

/** Asking for old values asks for the changes too. */
const everything = bare({
  subtree: true,
  childList: true,
  attributeOldValue: true,
  characterDataOldValue: true,
})
