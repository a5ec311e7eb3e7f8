/** Which rows there are, and which of them are to be seen. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import { type Log, rowsOf } from '../../core/log.ts'
import { type Separator, separatorsOf } from '../../core/navigations.ts'
import { type Summary, summarise } from '../../core/summary.ts'
import { originsOf } from '../../core/wall-time.ts'
import type { Filter } from './filter.ts'
import { type Marks, whyHidden } from './marks.ts'
import { createRefilter } from './refilter.ts'
import { isWithin } from './stretch.ts'

export interface Rows {
  /** Everything that was neither cleared nor come in a pause, in time order. */
  present: ReadonlySignal<readonly Exchange[]>
  /** What passes words and kinds. */
  passing: ReadonlySignal<readonly Exchange[]>
  /** What of that lies in the stretch of time that was chosen. */
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
  filter: Pick<Filter, 'test' | 'narrows' | 'stretch'>
}

export function createRows({ log, marks, filter }: RowsDeps): Rows {
  const refilterPresent = createRefilter()
  const refilterPassing = createRefilter(filter.narrows)
  const refilterVisible = createRefilter()
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
  const passing = computed(() => refilterPassing(present.value, filter.test.value))
  // As text, for the clocks of documents hardly ever change and the log does with every fold.
  const clocks = computed(() => JSON.stringify([...originsOf(log.value)]))
  const isInStretch = computed(() => {
    const stretch = filter.stretch.value
    if (!stretch) return undefined
    const origins = new Map<string, number>(JSON.parse(clocks.value))
    return (row: Exchange) => isWithin(row, stretch, origins)
  })
  const visible = computed(() => refilterVisible(passing.value, isInStretch.value))
  return {
    present,
    passing,
    visible,
    separators: computed(() => separatorsOf(visible.value, log.value)),
    summary: computed(() => summarise(visible.value)),
    paused: computed(() =>
      marks.value.size === 0 ? 0 : refilterPaused(rowsOf(log.value), isPaused.value).length,
    ),
    hiddenFailures: computed(() => refilterFailures(present.value, isHiddenFailure.value).length),
  }
}
