/** Was an exchange begun because another one was answered, rather than by something that a person did? */
import type { Exchange } from './exchange.ts'
import { startOf } from './moments.ts'

/** What begins this close to an answer began because of it, ms; the page may read it a little sooner than we do. */
export const CLOSE = 50
/** What is typed on while an answer comes in follows it by chance. */
export const TYPING = /^(?:input|keydown|keyup|change)$/

/** `before` and `row` are of one document, in this order. */
export function follows(before: Exchange, row: Exchange): boolean {
  if (!before.answered || row.trigger?.certainty === 'same-task') return false
  if (row.trigger && TYPING.test(row.trigger.event)) return false
  return (
    startOf(row) > startOf(before) + (before.answered.at - startOf(before)) / 2 &&
    Math.abs(startOf(row) - before.answered.at) <= CLOSE
  )
}
