/** The live log: what was folded, which documents the tab still shows, and from where on their rows are to be seen. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { createLog, documentsOf, factsOf, fold, introduce, type Log, lastSeqOf } from '../../core/log.ts'
import type { Hello, Sighting } from '../../protocol/envelope.ts'
import { endPauses, hideFrom, hideThrough, type Marks } from './marks.ts'

export interface LiveLog {
  log: ReadonlySignal<Log>
  marks: ReadonlySignal<Marks>
  /** Documents that said they hold djust before they sent a row of it. */
  sighted: ReadonlySignal<ReadonlySet<string>>
  /** A document introduces itself. Answers the seq after which it is to replay. */
  greet(hello: Hello, frame: number, keepLog: boolean): number
  /** Folds facts in and answers, per document, the seq through which it is now known. */
  take(sightings: readonly Sighting[]): Map<string, number>
  /** Hides every row there is; a replay does not bring them back. */
  clear(): void
  /** Hides what comes from now on, for good; the page and other panels know nothing of it. */
  pause(): void
  /** Shows what comes from now on. */
  resume(): void
  /** The tab shows a page that nobody may watch: forgets every document but those that are still there, in frames of it. */
  leave(alive: ReadonlySet<string>): void
}

export function createLiveLog(): LiveLog {
  const log = signal(createLog())
  const marks = signal<Marks>(new Map())
  const sighted = signal<ReadonlySet<string>>(new Set())
  /** Documents of pages that were left: what still arrives of them is not wanted. */
  const dropped = new Set<string>()
  let top: { doc: string; origin: number } | undefined
  /** While paused, the last seq that each document said it has, which may still be on its way when the pause ends. */
  let promised: Map<string, number> | undefined

  function hide(doc: string): void {
    marks.value = hideFrom(marks.value, doc, lastSeqOf(log.value, doc))
  }

  function drop(isGone: (origin: number, doc: string) => boolean): void {
    const gone = documentsOf(log.value).filter(({ doc, origin }) => isGone(origin, doc))
    if (gone.length === 0) return
    for (const { doc } of gone) dropped.add(doc)
    log.value = without(log.value, dropped)
    marks.value = new Map([...marks.value].filter(([doc]) => !dropped.has(doc)))
  }

  /**
   * A page owns the documents that began between its own beginning and that of the next page: its frames may have been heard
   * of before it was, and going back in history brings an older page, with its frames, again.
   */
  function turn(doc: string, origin: number): void {
    const before = top
    if (before && before.doc !== doc)
      drop(
        (began, each) => each !== doc && (origin < before.origin ? began >= before.origin : began < origin),
      )
  }

  return {
    log,
    marks,
    sighted,
    greet(hello, frame, keepLog) {
      const { doc, url, top: isTop, origin } = hello
      if (isTop && !keepLog) turn(doc, origin)
      if (isTop) top = { doc, origin }
      // What it did before it was left stays out of sight.
      if (dropped.delete(doc)) marks.value = hideThrough(marks.value, doc, hello.next - 1)
      if (promised) {
        hide(doc)
        promised.set(doc, hello.next - 1)
      }
      if (hello.sighted) sighted.value = new Set(sighted.value).add(doc)
      log.value = introduce(log.value, { doc, frame, url, top: isTop, origin })
      return lastSeqOf(log.value, doc)
    },
    take(sightings) {
      const wanted = dropped.size === 0 ? sightings : sightings.filter(({ doc }) => !dropped.has(doc))
      const docs = new Set(wanted.map(({ doc }) => doc))
      // A rescued letter may come from a document that never said hello.
      if (promised) for (const doc of docs) hide(doc)
      log.value = fold(log.value, wanted)
      return new Map([...docs].map((doc) => [doc, lastSeqOf(log.value, doc)]))
    },
    clear() {
      for (const { doc } of documentsOf(log.value))
        marks.value = hideThrough(marks.value, doc, lastSeqOf(log.value, doc))
    },
    pause() {
      promised ??= new Map()
      for (const { doc } of documentsOf(log.value)) hide(doc)
    },
    resume() {
      const told = promised
      promised = undefined
      marks.value = endPauses(marks.value, (doc) => Math.max(lastSeqOf(log.value, doc), told?.get(doc) ?? -1))
    },
    leave(alive) {
      drop((_, doc) => !alive.has(doc))
      if (top && !alive.has(top.doc)) top = undefined
    },
  }
}

function without(log: Log, gone: ReadonlySet<string>): Log {
  let rest = createLog()
  for (const document of documentsOf(log)) {
    const { doc, frame } = document
    if (gone.has(doc)) continue
    rest = introduce(rest, document)
    rest = fold(
      rest,
      factsOf(log, doc).map((fact) => ({ doc, frame, fact })),
    )
  }
  return rest
}
