/** Every number of a row that two logs are compared by. */
import type { Exchange } from '../exchange.ts'
import { type PhaseName, phasesOf } from '../timing.ts'

export type MeasureName = PhaseName | 'server' | 'sent' | 'received' | 'patches' | 'nodes'

export interface Measure {
  name: MeasureName
  unit: 'ms' | 'bytes' | 'count'
  /** What the server takes is what a comparison is asked for first, and gets the most of the error that it may make. */
  asked: 'first' | 'also'
  /** Undefined where it was not observed. */
  of(row: Exchange): number | undefined
}

export const MEASURES: readonly Measure[] = [
  { name: 'server', unit: 'ms', asked: 'first', of: (row) => row.times.server },
  phase('server + network', 'first'),
  phase('queued'),
  phase('held'),
  phase('applied'),
  phase('painted'),
  { name: 'patches', unit: 'count', asked: 'also', of: (row) => row.patches },
  { name: 'nodes', unit: 'count', asked: 'also', of: (row) => row.dom?.nodes },
  { name: 'sent', unit: 'bytes', asked: 'also', of: (row) => row.sent },
  { name: 'received', unit: 'bytes', asked: 'also', of: (row) => row.received },
]

function phase(name: PhaseName, asked: Measure['asked'] = 'also'): Measure {
  const of = (row: Exchange) => {
    const span = phasesOf(row.times).find((each) => each.name === name)?.span
    return span === undefined || span === 'not observed' ? undefined : span.duration
  }
  return { name, unit: 'ms', asked, of }
}
