/** Full-text search: everything of a row that a person can read, its payloads among it. */
import type { Exchange } from '../exchange.ts'
import type { Test } from './query.ts'

/** Engines refuse longer patterns, at some length of their own; code units. */
export const LONGEST_PATTERN = 2_000

/** A case-blind pattern reads the payloads where they are; lowering their case would copy every one of them. */
export function findText(text: string): Test {
  if (text.length > LONGEST_PATTERN) {
    const lower = text.toLowerCase()
    return (row) => someText(row, (each) => each.toLowerCase().includes(lower))
  }
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')
  return (row) => someText(row, (each) => pattern.test(each))
}

/** Whether any text of the row has it; the short ones are asked first. */
export function someText(row: Exchange, has: (text: string) => boolean): boolean {
  return (
    has(row.name) ||
    has(row.view) ||
    has(row.statusText) ||
    has(row.status) ||
    (row.trigger !== undefined && (has(row.trigger.element) || has(row.trigger.event))) ||
    (row.failure !== undefined && (has(row.failure.message) || has(row.failure.code ?? ''))) ||
    (row.request !== undefined && has(row.request.text)) ||
    row.answers.some((answer) => has(answer.text))
  )
}
