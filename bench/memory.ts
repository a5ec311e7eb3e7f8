/** Bytes of heap that a row costs, with everything it holds. */
import type { CDPSession } from 'playwright'
import type { Figure } from './figure.ts'
import { recordingOf } from './recording.ts'

/** Bytes in use after everything that nobody holds is gone. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  // What a first collection lets go of by finalisers goes with the second.
  for (let time = 0; time < 3; time++) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}

/** `empty`: the heap of the same panel with a handful of rows. */
export function tellMemory(full: number, empty: number, rows: number): Figure[] {
  const each = (full - empty) / rows
  const payload = payloadOf(1000)
  return [
    {
      what: 'heap a row, beside its payloads',
      limit: 2048,
      measured: each - payload,
      unit: 'B',
      how: `after a full collection, ${(full / 1e6).toFixed(0)} MB in all`,
    },
    {
      what: 'heap a row, payloads among it',
      measured: each,
      unit: 'B',
      how: `${Math.round(payload)} B of payload a row`,
    },
  ]
}

/** Code units of payload in an exchange, on average; a byte each, for they are Latin-1. */
function payloadOf(exchanges: number): number {
  let sum = 0
  for (const line of recordingOf(exchanges)) {
    const { fact } = JSON.parse(line)
    sum += fact?.body?.text.length ?? 0
  }
  return sum / exchanges
}
