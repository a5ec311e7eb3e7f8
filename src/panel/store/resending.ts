/** Sends an exchange again, once or often, one after the other, and finds the row that each sending made. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import { type Log, rowsOf } from '../../core/log.ts'
import { durationOf, startOf } from '../../core/moments.ts'
import type { Outcome, Reach, Sending } from '../../protocol/reach.ts'

/** What came of one sending. */
export interface Attempt {
  end: 'ok' | 'error' | 'late' | 'unsent' | 'lost'
  /** What it took, ms: the row's own time, else until the page had answered. */
  took?: number
  /** What went wrong, as the server, the runtime or the browser words it. */
  says?: string
  /** The row that it made; absent when none came. */
  row?: string
}

export interface Resending {
  /** In the order of their sending. */
  attempts: ReadonlySignal<readonly Attempt[]>
  /** Settles when all are sent and answered, when it is stopped, and when the page takes no more. */
  run(sending: Sending, frame: number, times: number, stop: AbortSignal): Promise<void>
}

export interface ResendingDeps {
  reach: Pick<Reach, 'resend'>
  log: ReadonlySignal<Log>
  /** By frame. */
  documents: ReadonlySignal<ReadonlyMap<number, string>>
  /** How long the row of a sending is waited for, ms. */
  patience: number
}

/** ms: what browsers round their clocks by. */
const ROUNDING = 2

export function createResending({ reach, log, documents, patience }: ResendingDeps): Resending {
  const attempts = signal<readonly Attempt[]>([])
  const taken = new Set<string>()

  async function send(
    sending: Sending,
    frame: number,
    doc: string | undefined,
    stop: AbortSignal,
  ): Promise<Attempt> {
    const present = documents.peek().get(frame)
    if (doc === undefined || present === undefined)
      return { end: 'lost', says: 'Its page has been left, and no other is watched there.' }
    if (present !== doc) return { end: 'lost', says: 'The page was left before all were sent.' }
    const reached = await reach.resend(frame, sending)
    if (!reached.ok) return { end: 'lost', says: reached.says }
    const outcome = reached.value
    if (outcome.end === 'unsent') return outcome
    const row = await settled(() => rowOf(sending, doc, outcome), stop)
    return attemptOf(outcome, row)
  }

  function rowOf({ by, name }: Sending, doc: string, { from, to }: Times): Exchange | undefined {
    const kind = by === 'djust.handleEvent' ? 'dispatch' : 'call'
    return rowsOf(log.value).findLast((row) => {
      if (row.doc !== doc || row.kind !== kind || row.name !== name || taken.has(row.id)) return false
      const start = startOf(row)
      return start >= from - ROUNDING && start <= to + ROUNDING
    })
  }

  /** The row once it is answered; as far as it is when patience ends. */
  function settled(find: () => Exchange | undefined, stop: AbortSignal): Promise<Exchange | undefined> {
    return new Promise((resolve) => {
      const ended = new AbortController()
      const finish = () => {
        ended.abort()
        const row = find()
        if (row) taken.add(row.id)
        resolve(row)
      }
      const timer = setTimeout(finish, patience)
      stop.addEventListener('abort', finish, { signal: ended.signal })
      // Signals call at once, when what ends it is not there yet.
      queueMicrotask(() => {
        const end = effect(() => {
          const row = find()
          if (row && row.status !== 'pending') queueMicrotask(finish)
        })
        if (ended.signal.aborted) end()
        ended.signal.addEventListener('abort', end)
      })
      ended.signal.addEventListener('abort', () => clearTimeout(timer))
    })
  }

  return {
    attempts,
    async run(sending, frame, times, stop) {
      attempts.value = []
      // The page that comes after it may do something else with what it is sent.
      const doc = documents.peek().get(frame)
      while (!stop.aborted && attempts.value.length < times) {
        const attempt = await send(sending, frame, doc, stop)
        attempts.value = [...attempts.value, attempt]
        if (attempt.end === 'lost' || attempt.end === 'unsent') return
      }
    },
  }
}

type Times = Pick<Extract<Outcome, { from: number }>, 'from' | 'to'>

/** The row knows better than the page's promise, which settles however the answer reads. */
function attemptOf(outcome: Exclude<Outcome, { end: 'unsent' }>, row: Exchange | undefined): Attempt {
  const { end, took, message, code, status } = outcome
  const failure = row?.failure
  const words = [failure?.code ?? code, failure?.message ?? message ?? (status && `HTTP ${status}`)]
  const says = words.filter(Boolean).join(': ')
  return {
    end: row && row.status !== 'pending' ? (hasFailed(row) ? 'error' : 'ok') : end,
    took: (row && durationOf(row)) ?? took,
    ...(says && { says }),
    ...(row && { row: row.id }),
  }
}
