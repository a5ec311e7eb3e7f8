/** When an exchange began and ended, from what was observed. Milliseconds on the document's clock. */
import type { Exchange, Times } from './exchange.ts'

export function startOf({ at, times }: Exchange): number {
  return times.queued ?? times.sent ?? times.received ?? at
}

/** The last thing that was seen of its first answer; undefined while nothing came back. */
export function endOf({ times }: Exchange): number | undefined {
  return times.painted ?? times.applied ?? times.handed ?? times.received
}

/** Undefined when fewer than two moments are known. */
export function durationOf(row: Exchange): number | undefined {
  const end = endOf(row)
  const duration = end === undefined ? undefined : end - startOf(row)
  return duration !== undefined && (duration > 0 || observed(row.times) > 1) ? duration : undefined
}

function observed({ server, ...moments }: Times): number {
  return Object.values(moments).length
}
