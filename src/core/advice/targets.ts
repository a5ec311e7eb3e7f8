/** What rules begin with: rows by what they ask, in order, and what was asked and answered as JSON. */
import type { Exchange, Kind } from '../exchange.ts'
import { isRecord } from '../is-record.ts'
import { paramsIn } from '../params.ts'
import { readJson } from '../read-json.ts'
import { frameOf } from '../sent-patches.ts'
import { targetOf } from '../target.ts'

/** At least one row each. */
export type Group = [Exchange, ...Exchange[]]

export function byTarget(rows: readonly Exchange[], ...kinds: Kind[]): Group[] {
  return groupBy(
    rows.filter(({ kind }) => kinds.includes(kind)),
    targetOf,
  )
}

export function groupBy(rows: readonly Exchange[], keyOf: (row: Exchange) => string): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

export const idsOf = (rows: readonly Exchange[]): string[] => rows.map(({ id }) => id)

/** Answered, and neither refused nor given up. */
export const isAnswered = ({ status, answers }: Exchange): boolean => status === 'ok' && answers.length > 0

/** What the page sent with it, without what djust adds for itself; undefined where that is not known as a whole. */
export function paramsOf(row: Exchange): Record<string, unknown> | undefined {
  const { request } = row
  if (!request || request.cut || request.encoding) return undefined
  const params = paramsIn(readJson(request.text), row)
  if (!params) return undefined
  return Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('_')))
}

/** What a call gave back; undefined where that is not known as a whole. */
export function resultOf({ answers: [answer] }: Exchange): unknown {
  const frame = answer && frameOf(answer)
  return isRecord(frame) && 'result' in frame ? frame['result'] : undefined
}

/** ms from the sending to the first answer. */
export function waitOf({ times: { sent, received } }: Exchange): number | undefined {
  return sent === undefined || received === undefined ? undefined : received - sent
}
