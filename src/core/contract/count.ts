/** `count: exactly 1 per event`, `count: at most 1 per 150 ms`: how often it may be asked. */
import { userEvents } from '../compare/user-events.ts'
import type { Exchange } from '../exchange.ts'
import type { Count } from './contract.ts'
import type { Expectation } from './expectation.ts'
import type { Judge } from './judge.ts'
import { readWords, writeWords } from './list.ts'
import { isWithin, perEvent, perTime } from './pace.ts'
import { pauseOf, stretches } from './stretches.ts'

const COUNT = /^(exactly|at most) (\d{1,9}) per (?:event|(\d{1,9}) ms)$/

export const count: Expectation = {
  key: 'count',
  example: 'exactly 1 per event',
  read(value) {
    const counts = readWords(value)?.map(readCount)
    return counts && counts.length > 0 && counts.every((each) => each !== undefined)
      ? { count: counts }
      : undefined
  },
  write: ({ count }) => count && writeWords(count.map(countWords)),
  judge({ count = [] }) {
    const judges = count.map(judgeOf)
    return {
      take: (row) => judges.forEach((judge) => void judge.take(row)),
      breach() {
        for (const judge of judges) {
          const breach = judge.breach()
          if (breach) return breach
        }
        return undefined
      },
    }
  },
  infer(rows) {
    const pause = pauseOf(rows)
    if (pause > 0) return { count: [{ limit: 'at most', n: 1, per: pause }] }
    const found = seenPerEvent(rows)
    return found ? { count: [found] } : {}
  },
  widen({ count = [] }, rows) {
    const still = count.flatMap((each) => {
      if (each.per !== 'event') return { ...each, n: Math.max(each.n, mostIn(each.per, rows)) }
      const isBroken = userEvents(rows).some(({ length }) => !isWithin(length, each))
      return isBroken ? (seenPerEvent(rows) ?? []) : each
    })
    return still.length > 0 ? { count: still } : {}
  },
  clash({ count: one = [] }, { count: other = [] }) {
    const both = [...one, ...other]
    for (const exact of both.filter(({ limit }) => limit === 'exactly')) {
      const against = both.find((each) => !isWithin(exact.n, each))
      if (against) return `It cannot be ${countWords(exact)} and ${countWords(against)}.`
    }
    return undefined
  },
}

function readCount(words: string): Count | undefined {
  const [, limit, n, ms] = COUNT.exec(words.trim()) ?? []
  if ((limit !== 'exactly' && limit !== 'at most') || n === undefined) return undefined
  // Of a stretch of time only a limit can be said: most stretches hold nothing.
  if (ms !== undefined && (limit === 'exactly' || Number(ms) === 0)) return undefined
  return { limit, n: Number(n), per: ms === undefined ? 'event' : Number(ms) }
}

function judgeOf(count: Count): Judge {
  return count.per === 'event' ? perEvent(count) : perTime(count.n, count.per)
}

function countWords({ limit, n, per }: Count): string {
  return `${limit} ${n} per ${per === 'event' ? 'event' : `${per} ms`}`
}

function seenPerEvent(rows: readonly Exchange[]): Count | undefined {
  const counts = userEvents(rows).map(({ length }) => length)
  if (counts.length === 0) return undefined
  const most = Math.max(...new Set(counts))
  return { limit: counts.every((each) => each === most) ? 'exactly' : 'at most', n: most, per: 'event' }
}

function mostIn(ms: number, rows: readonly Exchange[]): number {
  return stretches(ms, rows).reduce((most, { since }) => Math.max(most, since), 0)
}
