/** What the column of durations ends with, for its tooltip. */
import type { Exchange } from '../../core/exchange.ts'

export function endWord({ times }: Exchange): string {
  if (times.painted !== undefined) return 'until it was painted'
  if (times.applied !== undefined) return 'until it was applied'
  return 'until the answer had come'
}
