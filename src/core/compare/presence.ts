/** Is a group that only one log has new, or did the two just do different things? */
import type { Exchange } from '../exchange.ts'
import type { ClassFinding, Undecided, Unsaid } from './finding.ts'
import { type Group, isAsked } from './group.ts'
import type { Pairing } from './pairs.ts'

/** As unlikely as three heads in a row. */
const LUCK = 1 / 8

type Presence = Unsaid<ClassFinding | Undecided>

export function presenceOf(
  { gone, come }: Pairing,
  before: readonly Exchange[],
  after: readonly Exchange[],
  isSameActions: boolean,
): Presence[] {
  return [
    ...gone.flatMap((group) => {
      const news = newsOf(group, before, after, isSameActions)
      if (!news) return []
      const rows: Presence['rows'] = [idsOf(group), []]
      if (news === 'seldom') return [seldom(group, group.rows.length, 0, rows)]
      const kind = group.name.kind === 'push' ? 'push-vanished' : 'group-vanished'
      return [certain(kind, group, group.rows.length, 0, rows)]
    }),
    ...come.flatMap((group) => {
      const news = newsOf(group, after, before, isSameActions)
      if (!news) return []
      const rows: Presence['rows'] = [[], idsOf(group)]
      if (news === 'seldom') return [seldom(group, 0, group.rows.length, rows)]
      const kind = group.name.kind === 'push' ? 'push-appeared' : 'group-appeared'
      return [certain(kind, group, 0, group.rows.length, rows)]
    }),
  ]
}

function certain(
  kind: ClassFinding['kind'],
  group: Group,
  n: number,
  m: number,
  rows: Presence['rows'],
): Presence {
  const seen = (count: number) => ({ n: count, values: [] })
  return { type: 'class', kind, group: group.name, before: seen(n), after: seen(m), by: 'every', rows }
}

function seldom({ name }: Group, before: number, after: number, rows: Presence['rows']): Presence {
  return { type: 'undecided', kind: 'seldom', group: name, before, after, rows }
}

function newsOf(
  group: Group,
  own: readonly Exchange[],
  other: readonly Exchange[],
  isSameActions: boolean,
): 'news' | 'seldom' | undefined {
  // What the runtime does by itself comes and goes with the connection.
  if (group.name.kind === 'system') return undefined
  // Of a recent trigger only what was asked is sure, and that is no news where anybody asked for it.
  if (group.isRecent && other.some((row) => isSameAsk(row, group))) return undefined
  if (isSameActions && isAsked(group.name)) return 'news'
  return isBeyondLuck(group, own, other) ? 'news' : 'seldom'
}

function isSameAsk({ kind, name, view }: Exchange, group: Group): boolean {
  return kind === group.name.kind && name === group.name.name && view === group.name.view
}

function idsOf({ rows }: Group): string[] {
  return rows.map(({ id }) => id)
}

/**
 * Had both logs the same chance of it, as much as they did and as long as they lasted, so many rows would all fall into the one
 * log with a probability of share^rows. What is asked is measured by all else that was asked; what the server says, by time.
 */
function isBeyondLuck(group: Group, own: readonly Exchange[], other: readonly Exchange[]): boolean {
  const n = group.rows.length
  const [mine, theirs] = isAsked(group.name) ? [asked(own) - n, asked(other)] : [lasted(own), lasted(other)]
  return theirs > 0 && (mine / (mine + theirs)) ** n <= LUCK
}

function asked(rows: readonly Exchange[]): number {
  return rows.filter(isAsked).length
}

/** All documents together, ms. */
function lasted(rows: readonly Exchange[]): number {
  const spans = new Map<string, [first: number, last: number]>()
  for (const { doc, at } of rows) {
    const span = spans.get(doc)
    if (!span) spans.set(doc, [at, at])
    else spans.set(doc, [Math.min(span[0], at), Math.max(span[1], at)])
  }
  return [...spans.values()].reduce((sum, [first, last]) => sum + last - first, 0)
}
