/** Of which rows a clause speaks; read, written, and said. */
import { isSelected } from '../compare/element.ts'
import { eventOf } from '../compare/group.ts'
import { type Gesture, gestureWords, readGesture } from '../compare/trigger-words.ts'
import type { Exchange } from '../exchange.ts'
import { isRecord } from '../is-record.ts'
import { quote } from '../quote.ts'
import { isSame } from '../same.ts'
import { askedWords, isAskedFor, readAsked } from './asked.ts'
import type { Subject } from './contract.ts'

export const SUBJECT_KEYS = ['trigger', 'exchange', 'view'] as const

/** A clause that names a trigger speaks of what that trigger asked, and so of nothing that the runtime or the server did. */
export function select(rows: readonly Exchange[], of: Subject): Exchange[] {
  return rows.filter(testOf(of))
}

/** For rows that come one after the other. */
export function testOf({ trigger, exchange, view }: Subject): (row: Exchange) => boolean {
  const isMeant = trigger && triggerTest(trigger)
  return (row) =>
    (view === undefined || row.view === view) &&
    (!exchange || isAskedFor(exchange, row)) &&
    (!isMeant || isMeant(row))
}

/** A page that makes up an id for every row must not fill the memory. */
const MOST_KNOWN = 10_000

/** Elements are few and rows are many: each element is looked at once. */
function triggerTest({ element, event }: Gesture): (row: Exchange) => boolean {
  const known = new Map<string, boolean>()
  return ({ kind, trigger }) => {
    if (!trigger || kind === 'system' || kind === 'push' || eventOf(trigger) !== event) return false
    const isSame = known.get(trigger.element) ?? isSelected(element, trigger.element)
    if (known.size < MOST_KNOWN) known.set(trigger.element, isSame)
    return isSame
  }
}

export function subjectWords({ trigger, exchange, view }: Subject): string {
  const parts = [trigger && gestureWords(trigger), exchange && askedWords(exchange), view && `in ${view}`]
  return (
    parts
      .filter((part) => part !== undefined && part !== '')
      .map((part) => quote(String(part)))
      .join(', ') || 'the whole log'
  )
}

/** What cannot be said in words and understood again is written as it is. */
export function writeSubject({ trigger, exchange, view }: Subject): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  if (trigger) {
    const words = gestureWords(trigger)
    data['trigger'] = isSame(readGesture(words), trigger) ? words : { ...trigger }
  }
  if (exchange) data['exchange'] = askedWords(exchange)
  if (view !== undefined) data['view'] = view
  return data
}

export function readTrigger(value: unknown): Gesture | undefined {
  if (typeof value === 'string') return readGesture(value)
  if (!isRecord(value)) return undefined
  const { event, element } = value
  return typeof event === 'string' && typeof element === 'string' ? { element, event } : undefined
}

export function readExchange(value: unknown): Subject['exchange'] {
  return typeof value === 'string' && value !== '' ? readAsked(value) : undefined
}
