/** The figures of a number of exchanges while rows come and go. */
import type { Exchange } from '../exchange.ts'
import { hasFailed } from '../failed.ts'
import { durationOf } from '../moments.ts'
import { isDecided, isRerender } from '../rerender.ts'
import { phasesOf } from '../timing.ts'
import type { Figures } from './figures.ts'
import { createSample, type Sample, sortedOf } from './sample.ts'
import { spreadOf } from './spread.ts'

type Count =
  | 'n'
  | 'errors'
  | 'pending'
  | 'decided'
  | 'rerenders'
  | 'sent'
  | 'received'
  | 'patches'
  | 'counted'
  | 'nodes'

export interface Tally {
  counts: Record<Count, number>
  time: Sample
  server: Sample
  /** In the order of `phasesOf`. */
  phases: readonly Sample[]
}

const PHASES = phasesOf({})

export function createTally(): Tally {
  return {
    counts: {
      n: 0,
      errors: 0,
      pending: 0,
      decided: 0,
      rerenders: 0,
      sent: 0,
      received: 0,
      patches: 0,
      counted: 0,
      nodes: 0,
    },
    time: createSample(),
    server: createSample(),
    phases: PHASES.map(createSample),
  }
}

/** A row is immutable, so what it took when it came is what it gives back when it goes. */
export function count(tally: Tally, row: Exchange, way: 'come' | 'gone'): void {
  const by = way === 'come' ? 1 : -1
  const { counts } = tally
  counts.n += by
  if (hasFailed(row)) counts.errors += by
  if (row.status === 'pending') counts.pending += by
  if (isDecided(row)) counts.decided += by
  if (isRerender(row)) counts.rerenders += by
  counts.sent += by * row.sent
  counts.received += by * row.received
  counts.patches += by * row.patches
  if (row.dom) counts.counted += by
  counts.nodes += by * (row.dom?.nodes ?? 0)
  const duration = durationOf(row)
  if (duration !== undefined) tally.time[way].push(duration)
  if (row.times.server !== undefined) tally.server[way].push(row.times.server)
  for (const [place, { span }] of phasesOf(row.times).entries())
    if (span !== 'not observed') tally.phases[place]?.[way].push(span.duration)
}

/** Beyond 2^53 what is added cannot be taken away again. */
export function isExact({ counts }: Tally): boolean {
  return Object.values(counts).every(Number.isSafeInteger)
}

export function figuresOf({ counts, time, server, phases }: Tally): Figures {
  return {
    ...counts,
    time: spreadOf(sortedOf(time)),
    server: spreadOf(sortedOf(server)),
    phases: PHASES.map(({ name }, place) => ({
      name,
      spread: spreadOf(sortedOf(phases[place] ?? createSample())),
    })),
  }
}
