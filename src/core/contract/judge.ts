/** Takes the rows that a clause speaks of one after the other, so that a check needs no list of them, and says what is wrong in the end. */
import type { Exchange } from '../exchange.ts'
import type { Breach } from './expectation.ts'

export interface Judge {
  /** Rows of one document come in the order of their seq. */
  take(row: Exchange): void
  breach(): Breach | undefined
}

/** Of the rows that break an expectation so many are named, and all are counted. */
const MOST_NAMED = 1000

/** The rows that break it, without keeping them. */
export class Breaking {
  first: Exchange | undefined
  readonly ids: string[] = []
  count = 0

  add(row: Exchange): void {
    this.first ??= row
    this.count += 1
    if (this.ids.length < MOST_NAMED) this.ids.push(row.id)
  }

  /** Those come after these. */
  join({ first, ids, count }: Breaking): void {
    this.first ??= first
    this.count += count
    this.ids.push(...ids.slice(0, MOST_NAMED - this.ids.length))
  }

  breach(saw: (first: Exchange) => string): Breach | undefined {
    const { first, ids, count } = this
    return first && { first, ids, count, saw: saw(first) }
  }
}

/** Judges every row by itself. */
export function eachRow(isBroken: (row: Exchange) => boolean, saw: (row: Exchange) => string): Judge {
  const breaking = new Breaking()
  return {
    take(row) {
      if (isBroken(row)) breaking.add(row)
    },
    breach: () => breaking.breach(saw),
  }
}
