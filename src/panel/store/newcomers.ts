/** How many rows came while a person looked elsewhere than at the end of the log. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf, type Log, lastSeqOf } from '../../core/log.ts'
import { createRefilter } from './refilter.ts'

export interface Newcomers {
  /** Of the rows that are to be seen; 0 while the end is. */
  count: ReadonlySignal<number>
  /** Whether the end of the log is on screen. */
  look(isAtEnd: boolean): void
}

export interface NewcomersDeps {
  log: ReadonlySignal<Log>
  visible: ReadonlySignal<readonly Exchange[]>
  /** What the log is of; the rows of another one are not new. */
  source: ReadonlySignal<unknown>
}

interface Seen {
  source: unknown
  /** By document. */
  seqs: ReadonlyMap<string, number>
}

export function createNewcomers({ log, visible, source }: NewcomersDeps): Newcomers {
  const seen = signal<Seen>()
  const isNew = computed(() => {
    const seqs = seen.value?.seqs
    return (row: Exchange) => row.seq > (seqs?.get(row.doc) ?? -1)
  })
  const refilter = createRefilter()
  return {
    count: computed(() =>
      seen.value && seen.value.source === source.value ? refilter(visible.value, isNew.value).length : 0,
    ),
    look(isAtEnd) {
      if (isAtEnd) seen.value = undefined
      else if (!seen.peek() || seen.peek()?.source !== source.peek())
        seen.value = { source: source.peek(), seqs: seqsOf(log.peek()) }
    },
  }
}

/** The last seq of each document. */
export function seqsOf(log: Log): Map<string, number> {
  return new Map(documentsOf(log).map(({ doc }) => [doc, lastSeqOf(log, doc)]))
}
