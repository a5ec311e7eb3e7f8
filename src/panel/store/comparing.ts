/** The log, or a baseline, compared with a baseline: which two are chosen, what was found, and the way to their rows. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { compareRows } from '../../core/compare/compare.ts'
import type { Comparison } from '../../core/compare/finding.ts'
import type { Exchange } from '../../core/exchange.ts'
import { rowsOf } from '../../core/log.ts'
import { partOf } from '../../core/part-of.ts'
import { recordingLines } from '../../core/recording.ts'
import type { Baseline, Shelf } from './baselines.ts'
import { whyHidden } from './marks.ts'
import type { Opened } from './recordings.ts'
import type { Store } from './store.ts'

/** One of the two that are compared. */
export interface Compared {
  name: string
  /** The recording that holds its rows; undefined for the live log. */
  recording: Opened | undefined
  rows: readonly Exchange[]
}

export interface Result extends Comparison {
  before: Compared
  after: Compared
}

/** The log as it is shown, or the id of a baseline. */
export type Newer = 'log' | number

export interface Comparing {
  /** The newest first; undefined until they were read. */
  baselines: ReadonlySignal<readonly Baseline[] | undefined>
  /** What went wrong last, in a sentence. */
  problem: ReadonlySignal<string | undefined>
  base: ReadonlySignal<number | undefined>
  newer: ReadonlySignal<Newer>
  isSameActions: Signal<boolean>
  result: ReadonlySignal<Result | undefined>
  /** Whether the log is another one than when it was compared. */
  isOld: ReadonlySignal<boolean>
  isBusy: ReadonlySignal<boolean>
  /** Reads again what baselines there are. */
  list(): Promise<void>
  /** Keeps what the log holds, without what was cleared, and chooses it. */
  save(name: string): Promise<void>
  rename(id: number, name: string): Promise<void>
  remove(id: number): Promise<void>
  read(id: number): Promise<Blob | undefined>
  choose(base: number | undefined, newer: Newer): void
  compare(): Promise<void>
  /** Shows this row in the log: of the recording that holds it, whatever is filtered. */
  show(side: 'before' | 'after', id: string): void
}

export function createComparing(store: Store, shelf: Shelf): Comparing {
  const { log, rows, recordings, selection, view, filter } = store
  const baselines = signal<readonly Baseline[]>()
  const problem = signal<string>()
  const base = signal<number>()
  const newer = signal<Newer>('log')
  const isSameActions = signal(false)
  const result = signal<Result>()
  const running = signal(0)
  /** Those that were read and are chosen still. */
  const known = new Map<number, Opened>()
  let turn = 0

  /** Undefined, and a problem said, when it rejects. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    running.value += 1
    try {
      const done = await work()
      problem.value = undefined
      return done
    } catch (error) {
      problem.value = (error as Error).message
      return undefined
    } finally {
      running.value -= 1
    }
  }

  async function refresh(): Promise<void> {
    const found = await shelf.list()
    const isThere = (id: unknown) => found.some((each) => each.id === id)
    batch(() => {
      baselines.value = found
      if (!isThere(base.peek())) base.value = undefined
      if (newer.peek() !== 'log' && !isThere(newer.peek())) newer.value = 'log'
    })
  }

  async function sideOf(chosen: Newer): Promise<Compared> {
    if (chosen === 'log') {
      // A baseline is shown only because a row of it was asked for.
      if ([...known.values()].some((each) => each === recordings.opened.peek())) recordings.close()
      const recording = recordings.opened.peek()
      return { name: recording?.name ?? 'the log', recording, rows: rows.present.peek() }
    }
    const name = baselines.peek()?.find(({ id }) => id === chosen)?.name ?? ''
    const recording = known.get(chosen) ?? (await readBaseline(chosen, name))
    known.set(chosen, recording)
    const { marks } = recording
    const shown = rowsOf(recording.log).filter(({ doc, seq }) => whyHidden(marks, doc, seq) === undefined)
    return { name, recording, rows: shown }
  }

  async function readBaseline(id: number, name: string): Promise<Opened> {
    const text = await (await shelf.read(id)).text()
    const { recording, says } = await recordings.read(name, text)
    if (!recording) throw new Error(says)
    return recording
  }

  function choose(chosen: number | undefined, other: Newer): void {
    batch(() => {
      base.value = chosen
      newer.value = other
    })
    for (const id of known.keys()) if (id !== chosen && id !== other) known.delete(id)
  }

  return {
    baselines,
    problem,
    base,
    newer,
    isSameActions,
    result,
    isOld: computed(() => {
      const { after } = result.value ?? {}
      if (newer.value !== 'log' || !after || after.recording !== recordings.opened.value) return false
      return after.rows !== rows.present.value
    }),
    isBusy: computed(() => running.value > 0),
    async list() {
      await attempt(refresh)
    },
    async save(name) {
      await attempt(async () => {
        const present = rows.present.peek()
        const held = log.peek()
        const part = present.length === rowsOf(held).length ? undefined : partOf(held, present)
        const lines = [...recordingLines(held, recordings.about, part)]
        const recording = new Blob(lines, { type: 'application/jsonl' })
        const id = await shelf.add(
          { name, saved: store.now(), rows: present.length, bytes: recording.size },
          recording,
        )
        await refresh()
        choose(id, 'log')
      })
    },
    async rename(id, name) {
      await attempt(async () => {
        await shelf.rename(id, name)
        known.delete(id)
        await refresh()
      })
    },
    async remove(id) {
      await attempt(async () => {
        await shelf.remove(id)
        known.delete(id)
        await refresh()
      })
      if (base.peek() === undefined) result.value = undefined
    },
    read: (id) => attempt(() => shelf.read(id)),
    choose,
    async compare() {
      const own = ++turn
      const chosen = base.peek()
      if (chosen === undefined) {
        result.value = undefined
        return
      }
      await attempt(async () => {
        const [before, after] = [await sideOf(chosen), await sideOf(newer.peek())]
        if (own !== turn) return
        const found = compareRows(before.rows, after.rows, { isSameActions: isSameActions.peek() })
        result.value = { before, after, ...found }
      })
    },
    show(side, id) {
      const recording = result.peek()?.[side].recording
      batch(() => {
        if (recording) recordings.show(recording)
        else recordings.close()
        view.value = 'log'
        selection.select(id)
        selection.openDetails()
      })
      if (!rows.isCounting.peek() && !selection.row.peek()) filter.reset()
    },
  }
}
