/** How many steps of each lesson were ever done in this browser, by the lesson's slug. */
import type { Signal } from '@preact/signals'
import { isRecord } from '../../core/is-record.ts'
import { type Store, setting } from '../../panel/store/settings.ts'

export type KeptProgress = Signal<Readonly<Record<string, number>>>

export function createKeptProgress(storage: Store): KeptProgress {
  return setting<Readonly<Record<string, number>>>(storage, 'lessons', {}, (stored) =>
    isRecord(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((each): each is [string, number] => isCount(each[1])),
        )
      : undefined,
  )
}

/** Never takes anything back: a lesson that is opened anew was done all the same. */
export function keepProgress(kept: KeptProgress, slug: string, done: number): void {
  if (done > (kept.peek()[slug] ?? 0)) kept.value = { ...kept.peek(), [slug]: done }
}

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) > 0
