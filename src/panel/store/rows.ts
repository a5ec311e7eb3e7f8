/** Which rows there are, and which of them are to be seen. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import { type Log, rowsOf } from '../../core/log.ts'
import { type Separator, separatorsOf } from '../../core/navigations.ts'
import { byTime, placeOf } from '../../core/order.ts'
import { createSummary, type Summary } from '../../core/summary.ts'
import { originsOf } from '../../core/wall-time.ts'
import type { Filter } from './filter.ts'
import { type Marks, whyHidden } from './marks.ts'
import { createRefilter } from './refilter.ts'
import { createSieve, type SieveDeps } from './sieve.ts'
import { isWithin } from './stretch.ts'

export interface Rows {
  /** Everything that was neither cleared nor come in a pause, in time order. */
  present: ReadonlySignal<readonly Exchange[]>
  /** What passes words and kinds, as far as it is known. */
  passing: ReadonlySignal<readonly Exchange[]>
  /** Whether rows are still being asked whether they pass: there may be more of them than are seen. */
  isCounting: ReadonlySignal<boolean>
  /** Where a person looks: the rows to be asked first, at the end if the first is none. */
  look(...rows: (Exchange | undefined)[]): void
  /** What of that lies in the stretch of time that was chosen. */
  visible: ReadonlySignal<readonly Exchange[]>
  /** Where the tab went to another page, among what is visible; none where only one page was. */
  separators: ReadonlySignal<readonly Separator[]>
  /** Of what is visible. */
  summary: ReadonlySignal<Summary>
  /** How many came in a pause, and are not to be seen for that. */
  paused: ReadonlySignal<number>
  /** How many went wrong, and do not pass the filter; none while that is being counted. */
  hiddenFailures: ReadonlySignal<number>
}

export interface RowsDeps extends Pick<SieveDeps, 'slicing'> {
  log: ReadonlySignal<Log>
  marks: ReadonlySignal<Marks>
  filter: Pick<Filter, 'test' | 'narrows' | 'stretch'>
}

export function createRows({ log, marks, filter, slicing }: RowsDeps): Rows {
  const [refilterPresent, refilterVisible, refilterPaused] = [
    createRefilter(),
    createRefilter(),
    createRefilter(),
  ]
  const [failedPresent, failedPassing] = [createRefilter(), createRefilter()]
  const summarise = createSummary()
  let looked: readonly (Exchange | undefined)[] = []
  const hidden = (marks: Marks) => (row: Exchange) => whyHidden(marks, row.doc, row.seq)
  const isPresent = computed(() => {
    const why = hidden(marks.value)
    return marks.value.size === 0 ? undefined : (row: Exchange) => why(row) === undefined
  })
  const isPaused = computed(() => {
    const why = hidden(marks.value)
    return (row: Exchange) => why(row) === 'paused'
  })
  const present = computed(() => refilterPresent(rowsOf(log.value), isPresent.value))
  const sieve = createSieve({
    rows: present,
    test: filter.test,
    narrows: filter.narrows,
    places() {
      const compare = byTime(originsOf(log.peek()))
      return looked.map((row) => (row ? placeOf(present.peek(), row, compare) : present.peek().length))
    },
    slicing,
  })
  const passing = computed(() => sieve.value.kept)
  const isCounting = computed(() => sieve.value.left > 0)
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
    isCounting,
    look(...rows) {
      looked = rows
    },
    visible,
    separators: computed(() => separatorsOf(visible.value, log.value)),
    summary: computed(() => summarise(visible.value)),
    paused: computed(() =>
      marks.value.size === 0 ? 0 : refilterPaused(rowsOf(log.value), isPaused.value).length,
    ),
    hiddenFailures: computed(() =>
      isCounting.value
        ? 0
        : failedPresent(present.value, hasFailed).length - failedPassing(passing.value, hasFailed).length,
    ),
  }
}
