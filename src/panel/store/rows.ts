/** Which rows there are, and which of them are to be seen. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import { type Log, rowsOf } from '../../core/log.ts'
import { type Separator, separatorsOf } from '../../core/navigations.ts'
import { type Summary, summarise } from '../../core/summary.ts'
import type { Filter } from './filter.ts'
import { type Marks, whyHidden } from './marks.ts'
import { createRefilter } from './refilter.ts'

export interface Rows {
  /** Everything that was neither cleared nor come in a pause, in time order. */
  present: ReadonlySignal<readonly Exchange[]>
  /** What passes the filter. */
  visible: ReadonlySignal<readonly Exchange[]>
  /** Where the tab went to another page, among what is visible; none where only one page was. */
  separators: ReadonlySignal<readonly Separator[]>
  /** Of what is visible. */
  summary: ReadonlySignal<Summary>
  /** How many came in a pause, and are not to be seen for that. */
  paused: ReadonlySignal<number>
  /** How many went wrong, and do not pass the filter. */
  hiddenFailures: ReadonlySignal<number>
}

export interface RowsDeps {
  log: ReadonlySignal<Log>
  marks: ReadonlySignal<Marks>
  filter: Pick<Filter, 'test'>
}

export function createRows({ log, marks, filter }: RowsDeps): Rows {
  const [refilterPresent, refilterVisible] = [createRefilter(), createRefilter()]
  const [refilterPaused, refilterFailures] = [createRefilter(), createRefilter()]
  const hidden = (marks: Marks) => (row: Exchange) => whyHidden(marks, row.doc, row.seq)
  const isPresent = computed(() => {
    const why = hidden(marks.value)
    return marks.value.size === 0 ? undefined : (row: Exchange) => why(row) === undefined
  })
  const isPaused = computed(() => {
    const why = hidden(marks.value)
    return (row: Exchange) => why(row) === 'paused'
  })
  const isHiddenFailure = computed(() => {
    const test = filter.test.value
    return (row: Exchange) => hasFailed(row) && !test(row)
  })
  const present = computed(() => refilterPresent(rowsOf(log.value), isPresent.value))
  const visible = computed(() => refilterVisible(present.value, filter.test.value))
  return {
    present,
    visible,
    separators: computed(() => separatorsOf(visible.value, log.value)),
    summary: computed(() => summarise(visible.value)),
    paused: computed(() =>
      marks.value.size === 0 ? 0 : refilterPaused(rowsOf(log.value), isPaused.value).length,
    ),
    hiddenFailures: computed(() => refilterFailures(present.value, isHiddenFailure.value).length),
  }
}
