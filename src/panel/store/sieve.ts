/** Asks rows whether they pass: those that a person looks at first, the others in slices, and none again of which it is known. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { countBelow } from './refilter.ts'
import type { Slicing } from './take-in-slices.ts'

type Test = (row: Exchange) => boolean

export interface SieveDeps {
  rows: ReadonlySignal<readonly Exchange[]>
  test: ReadonlySignal<Test>
  /** Whether the new test finds only what this one, the last that was asked, has found. */
  narrows(before: Test): boolean
  /** Where these rows stand: the first is where to begin, at the end if there is none; and all of them are asked at once. */
  places(): readonly number[]
  /** Without it all rows are asked at once, however long that takes. */
  slicing: Omit<Slicing, 'progress'> | undefined
}

export interface Sieve {
  /** What is known to pass, in the order of the rows. */
  kept: readonly Exchange[]
  /** How many rows have not been asked yet. */
  left: number
}

/** ms of a slice, so that a frame has room for what it finds; the clock is looked at after so many rows, which is a screenful. */
const SLICE = 8
const ROWS = 64

/** What is known of a row. */
const [UNKNOWN, KEPT, REFUSED] = [0, 1, 2]

export function createSieve({ rows, test, narrows, places, slicing }: SieveDeps): ReadonlySignal<Sieve> {
  const turn = signal(0)
  let list: readonly Exchange[] = []
  let asks: Test | undefined
  let known = new Uint8Array()
  /** All between these has been asked, but for those that changed since. */
  let [low, high] = [0, 0]
  let changed: number[] = []
  let kept: readonly Exchange[] = []
  /** Where each kept row stands; what is known differs from `kept` from this place on. */
  const standing: number[] = []
  let touched = Infinity
  /** How many had been asked when it was told last. */
  let told = 0
  let isGoing = false

  const left = () => low + list.length - high + changed.length

  function ask(place: number): void {
    const row = list[place]
    if (!row || known[place] !== UNKNOWN) return
    known[place] = asks?.(row) ? KEPT : REFUSED
    if (known[place] === KEPT) touched = Math.min(touched, place)
  }

  /** Both ways by turns, a screenful each. */
  function askNext(step: number): void {
    const again = changed.pop()
    if (again !== undefined) ask(again)
    else if (high < list.length && (low === 0 || Math.floor(step / ROWS) % 2 === 0)) ask(high++)
    else ask(--low)
  }

  function askSlice(): void {
    const end = slicing ? slicing.now() + SLICE : 0
    for (let step = 0; left() > 0; step++) {
      if (slicing && step > 0 && step % ROWS === 0 && slicing.now() >= end) return
      askNext(step)
    }
  }

  /** Rows keep their identity as long as they do not change, and their id and place as long as none is put in before them. */
  function takeRows(next: readonly Exchange[]): void {
    const most = Math.min(list.length, next.length)
    let same = 0
    for (; same < most; same++) {
      if (list[same] === next[same]) continue
      if (list[same]?.id !== next[same]?.id) break
      if (known[same] === KEPT) touched = Math.min(touched, same)
      if (known[same] === UNKNOWN) continue
      known[same] = UNKNOWN
      if (same >= low && same < high) changed.push(same)
    }
    if (next.length > known.length) {
      const more = new Uint8Array(next.length * 2)
      more.set(known)
      known = more
    }
    known.fill(UNKNOWN, same)
    if (same < list.length) touched = Math.min(touched, same)
    changed = changed.filter((place) => place < same)
    ;[low, high] = [Math.min(low, same), Math.min(high, same)]
    list = next
  }

  /** What a wider test refused stays refused. */
  function takeTest(next: Test): void {
    const isWithin = asks !== undefined && narrows(asks)
    for (let place = 0; place < list.length; place++)
      if (!isWithin || known[place] === KEPT) known[place] = UNKNOWN
    ;[touched, changed, low, high, asks] = [0, [], 0, 0, next]
  }

  function begin(): void {
    const wanted = places()
    if (low === high) low = high = Math.min(wanted[0] ?? list.length, list.length)
    for (const place of wanted) ask(place)
  }

  function tell(): void {
    told = high - low
    const stay = countBelow(standing, touched)
    if (stay === kept.length && touched >= list.length) return
    const more: Exchange[] = []
    standing.length = stay
    for (let place = touched; place < list.length; place++) {
      const row = list[place]
      if (known[place] !== KEPT || !row) continue
      more.push(row)
      standing.push(place)
    }
    kept = (stay < kept.length ? kept.slice(0, stay) : kept).concat(more)
    touched = Infinity
  }

  async function goOn({ rest, signal }: Omit<Slicing, 'progress'>): Promise<void> {
    isGoing = true
    while (left() > 0) {
      await rest()
      if (signal.aborted) return
      askSlice()
      // Telling costs as much as there is to tell, so it is done when there is twice as much.
      if (left() === 0 || high - low > 2 * told) turn.value += 1
    }
    isGoing = false
  }

  return computed(() => {
    void turn.value
    const [next, now] = [rows.value, test.value]
    const isNew = next !== list || now !== asks
    if (next !== list) takeRows(next)
    if (now !== asks) takeTest(now)
    if (isNew) {
      begin()
      askSlice()
    }
    tell()
    if (slicing && left() > 0 && !isGoing) void goOn(slicing)
    return { kept, left: left() }
  })
}
