/** Counts how often something is asked, by one event of the user or in any stretch of time, as the rows go by. */
import { isSameEvent } from '../compare/user-events.ts'
import type { Exchange } from '../exchange.ts'
import { formatTimes } from '../numbers.ts'
import type { Count } from './contract.ts'
import { Breaking, type Judge } from './judge.ts'

/** So many events are kept under way; more than a person does at once, and what a page makes up must not pile up. */
const MOST_UNDER_WAY = 256

/** Whether so many per event are what it says; of a stretch of time they say nothing. */
export function isWithin(perEvent: number, { limit, n, per }: Count): boolean {
  if (per !== 'event') return true
  return limit === 'exactly' ? perEvent === n : perEvent <= n
}

/** Nothing that a person did so long ago asks for anything still, ms. */
const OVER = 1000

interface Event {
  rows: Breaking
  last: Exchange
}

/** Events as `userEvents` tells them apart. */
export function perEvent(count: Count): Judge {
  const underWay = new Map<string, Event>()
  const breaking = new Breaking()
  let most: number | undefined
  const close = (key: string, { rows }: Event) => {
    underWay.delete(key)
    if (isWithin(rows.count, count)) return
    most ??= rows.count
    breaking.join(rows)
  }
  const closeAll = (isOver: (event: Event) => boolean) => {
    for (const [key, event] of underWay) if (isOver(event)) close(key, event)
  }
  return {
    take(row) {
      if (!row.trigger?.event) return
      const { doc, at } = row
      const key = JSON.stringify([doc, row.trigger.element, row.trigger.event])
      const same = underWay.get(key)
      if (same && isSameEvent(same.last, row)) {
        same.rows.add(row)
        same.last = row
        return
      }
      if (same) close(key, same)
      if (underWay.size >= MOST_UNDER_WAY) closeAll(({ last }) => last.doc !== doc || at - last.at > OVER)
      const rows = new Breaking()
      rows.add(row)
      underWay.set(key, { rows, last: row })
    },
    breach() {
      closeAll(() => true)
      return breaking.breach(() => `was asked ${formatTimes(most ?? 0)} by one event`)
    },
  }
}

/** At most `n` in any `ms` of one document. */
export function perTime(n: number, ms: number): Judge {
  const begun = new Map<string, number[]>()
  const breaking = new Breaking()
  let most = 0
  return {
    take(row: Exchange) {
      const recent = (begun.get(row.doc) ?? []).filter((at) => row.at - at < ms)
      recent.push(row.at)
      begun.set(row.doc, recent)
      // A clock may run backwards.
      const since = recent.filter((at) => at <= row.at).length
      if (since > n) breaking.add(row)
      most = Math.max(most, since)
    },
    breach: () => breaking.breach(() => `was asked ${formatTimes(most)} within ${ms} ms`),
  }
}
