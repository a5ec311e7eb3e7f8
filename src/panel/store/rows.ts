/** Which rows there are, and which of them are to be seen. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { type Log, rowsOf } from '../../core/log.ts'
import { type Summary, summarise } from '../../core/stats.ts'
import type { Filter } from './filter.ts'
import { isHidden, type Marks } from './marks.ts'
import { createRefilter } from './refilter.ts'

export interface Rows {
  /** Everything that was neither cleared nor come in a pause, in time order. */
  present: ReadonlySignal<readonly Exchange[]>
  /** What passes the filter. */
  visible: ReadonlySignal<readonly Exchange[]>
  /** Of what is visible. */
  summary: ReadonlySignal<Summary>
}

export interface RowsDeps {
  log: ReadonlySignal<Log>
  marks: ReadonlySignal<Marks>
  filter: Pick<Filter, 'test'>
}

export function createRows({ log, marks, filter }: RowsDeps): Rows {
  const refilterPresent = createRefilter()
  const refilterVisible = createRefilter()
  const afterMarks = computed(() => {
    const hidden = marks.value
    return hidden.size === 0 ? undefined : (row: Exchange) => !isHidden(hidden, row.doc, row.seq)
  })
  const present = computed(() => refilterPresent(rowsOf(log.value), afterMarks.value))
  const visible = computed(() => refilterVisible(present.value, filter.test.value))
  return { present, visible, summary: computed(() => summarise(visible.value)) }
}
