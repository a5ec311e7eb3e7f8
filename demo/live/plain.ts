/** What JSON makes of what a function returned. */

import { ValueError } from './view.ts'

/** @throws ValueError when JSON cannot carry it */
export function plain(result: unknown): unknown {
  if (result === undefined) return null
  if (typeof result === 'function' || typeof result === 'symbol' || isIterator(result))
    throw new ValueError('The result cannot be written as JSON')
  try {
    return JSON.parse(JSON.stringify(result))
  } catch {
    throw new ValueError('The result cannot be written as JSON')
  }
}

function isIterator(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'function'
}
