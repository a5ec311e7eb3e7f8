/** Puts the rows of a log into groups that a reviewer calls the same thing: view × kind × name × trigger. */
import type { Trigger } from '../../protocol/facts.ts'
import type { Exchange, Kind } from '../exchange.ts'
import { follows } from '../follows.ts'
import { selectorOf } from './element.ts'
import { frequenciesOf } from './frequencies.ts'
import type { Gesture } from './trigger-words.ts'

export interface GroupName {
  view: string
  kind: Kind
  name: string
  /** Absent when nobody is known to have asked. */
  trigger?: Gesture
}

export interface Group {
  name: GroupName
  /**
   * The trigger is only the last thing a person did within a second before. Which of their events that was is chance, so such
   * rows are one group for each element, named after the event that was seen most often.
   */
  isRecent: boolean
  /** Never empty; in the order of the log. */
  rows: Exchange[]
}

/** In the order in which the groups first appear. */
export function groupRows(rows: Iterable<Exchange>): Map<string, Group> {
  const groups = new Map<string, Group>()
  const selectors = new Map<string, string>()
  const chains = new Map<string, { last: Exchange; key: string }>()
  for (const row of rows) {
    const chain = chainOf(row)
    const before = chains.get(chain)
    // Asked again because it was answered: that is still what the first one was asked for.
    const key = before && follows(before.last, row) ? before.key : keyOf(row, selectors)
    if (row.trigger) chains.set(chain, { last: row, key })
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { name: nameOf(row), isRecent: row.trigger?.certainty === 'recent', rows: [row] })
  }
  for (const { name, isRecent, rows } of groups.values())
    if (isRecent && name.trigger) {
      const [most] = frequenciesOf(rows.map(({ trigger }) => (trigger ? eventOf(trigger) : '')))
      name.trigger.event = most?.[0] ?? ''
    }
  return groups
}

/** Asked for by the page, rather than the server's or the runtime's own doing. */
export function isAsked({ kind }: { kind: Kind }): boolean {
  return kind === 'call' || kind === 'dispatch' || kind === 'navigation'
}

export function gestureOf({ trigger }: Exchange): Gesture | undefined {
  if (!trigger) return undefined
  return { element: selectorOf(trigger.element), event: eventOf(trigger) }
}

/** Between a key and what was asked a while after it nobody knows which key it was: of a recent trigger it is all typing. */
export function eventOf({ event, certainty }: Trigger): string {
  return certainty === 'recent' && event === 'keydown' ? 'input' : event
}

/** JSON, so that no name that a page makes up can look like two. Elements are few and rows are many: each is looked at once. */
function keyOf({ view, kind, name, trigger }: Exchange, selectors: Map<string, string>): string {
  if (!trigger) return JSON.stringify([view, kind, name])
  const selector = selectors.get(trigger.element) ?? selectorOf(trigger.element)
  selectors.set(trigger.element, selector)
  return JSON.stringify([view, kind, name, selector, trigger.certainty === 'recent' ? 0 : trigger.event])
}

function chainOf({ doc, view, kind, name, trigger }: Exchange): string {
  return JSON.stringify([doc, view, kind, name, trigger?.element, trigger?.event])
}

function nameOf(row: Exchange): GroupName {
  const { view, kind, name } = row
  const trigger = gestureOf(row)
  return { view, kind, name, ...(trigger ? { trigger } : {}) }
}
