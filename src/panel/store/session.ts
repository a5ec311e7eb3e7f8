/** The panel's end of the line: opens letters, answers hellos, folds once a frame, acknowledges and confirms. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Command } from '../../protocol/commands.ts'
import { openLetter, type Sighting, sealCommand } from '../../protocol/envelope.ts'
import type { Line } from '../../protocol/line.ts'
import type { PanelHears, PanelSays, Watch } from '../../protocol/switchboard.ts'
import type { LiveLog } from './live-log.ts'
import type { Notices } from './notices.ts'
import type { Preferences } from './preferences.ts'

export interface SessionDeps {
  line: Line<PanelSays, PanelHears>
  live: LiveLog
  notices: Notices
  keepLog: ReadonlySignal<boolean>
  preferences: Pick<Preferences, 'greeting' | 'onOrder'>
  /** Runs work once, soon; with the next animation frame where there is one. */
  schedule(work: () => void): void
}

export interface Session {
  /** Undefined until somebody has told. */
  watch: ReadonlySignal<Watch | undefined>
  recording: ReadonlySignal<boolean>
  /** Which document was last heard of in which frame, until the frame parts. */
  documents: ReadonlySignal<ReadonlyMap<number, string>>
  /** Pauses and resumes this panel only: the page goes on recording, for whoever else listens. */
  record(on: boolean): void
  clear(): void
  /** Commands every page that is listened to, or one document. */
  command(order: Command, doc?: string, frame?: number): void
  /** Every time that a document introduces itself, after it was greeted. */
  onHello(hear: (frame: number, doc: string) => void, stop: AbortSignal): void
}

export function createSession(deps: SessionDeps, stop: AbortSignal): Session {
  const { line, live, notices, keepLog, preferences, schedule } = deps
  const watch = signal<Watch>()
  const recording = signal(true)
  const documents = signal<ReadonlyMap<number, string>>(new Map())
  const greeters = new Set<(frame: number, doc: string) => void>()
  let pending: { sightings: Sighting[]; frames: Map<string, number>; rescues: number[] } | undefined

  function command(order: Command, doc?: string, frame?: number): void {
    line.post({
      say: 'post',
      posted: { letter: sealCommand(order, doc), ...(frame === undefined ? {} : { frame }) },
    })
  }

  function flush(): void {
    const taken = pending
    pending = undefined
    if (!taken || stop.aborted) return
    for (const [doc, through] of live.take(taken.sightings))
      command({ type: 'acknowledge', through }, doc, taken.frames.get(doc))
    for (const rescue of taken.rescues) line.post({ say: 'confirm', rescue })
  }

  function hearLetter(letter: string, frame: number, rescue?: number): void {
    const opened = openLetter(letter)
    if (opened.kind === 'hello') {
      // The answer must count what has arrived and is not folded yet.
      flush()
      const { doc } = opened.hello
      documents.value = new Map(documents.value).set(frame, doc)
      const after = live.greet(opened.hello, frame, keepLog.value)
      for (const order of preferences.greeting.value) command(order, doc, frame)
      command({ type: 'replay', after }, doc, frame)
      for (const greet of greeters) greet(frame, doc)
      return
    }
    if (!pending) {
      pending = { sightings: [], frames: new Map(), rescues: [] }
      schedule(flush)
    }
    // Also when it cannot be read: keeping it would not make it readable.
    if (rescue !== undefined) pending.rescues.push(rescue)
    if (opened.kind === 'unreadable') {
      notices.say(`A message from the page could not be read: ${opened.why}`)
      return
    }
    for (const why of opened.unreadable) notices.say(`A fact from the page could not be read: ${why}`)
    pending.frames.set(opened.doc, frame)
    for (const fact of opened.facts) pending.sightings.push({ doc: opened.doc, frame, fact })
  }

  function part(frame: number): void {
    const rest = new Map(documents.value)
    rest.delete(frame)
    documents.value = rest
  }

  /** A page that may not be watched says no hello, so nothing else would end the page before it. */
  function leaveUnwatched(): void {
    const state = watch.value?.state
    if (state === undefined || state === 'watched' || keepLog.value) return
    flush()
    live.leave(new Set(documents.value.values()))
  }

  line.listen((message) => {
    switch (message.hear) {
      case 'letter':
        hearLetter(message.envelope.letter, message.envelope.frame, message.rescue)
        return
      case 'parted':
        part(message.frame)
        leaveUnwatched()
        return
      case 'watch':
        watch.value = message.watch
        leaveUnwatched()
    }
  }, stop)

  preferences.onOrder((order) => command(order), stop)

  return {
    watch,
    recording,
    documents,
    command,
    onHello(hear, until) {
      greeters.add(hear)
      until.addEventListener('abort', () => greeters.delete(hear), { once: true })
    },
    record(on) {
      // What has arrived by now belongs to the time before.
      flush()
      recording.value = on
      if (on) live.resume()
      else live.pause()
    },
    clear() {
      flush()
      live.clear()
      notices.dismissAll()
    },
  }
}
