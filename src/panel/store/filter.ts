/** What a person wants to see of the log: words in the box, and chips of kinds. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Exchange, Kind } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import type { Problem, Query } from '../../core/query/query.ts'
import { fetchGrammar, grammar } from './fetch-grammar.ts'
import type { Stretch } from './stretch.ts'

type Test = (row: Exchange) => boolean

/** The kinds that have a chip which, alone, chooses them. */
export type Chip = Extract<Kind, 'call' | 'dispatch' | 'push'>

export interface Filter {
  text: Signal<string>
  /** What of the text could not be read. */
  problems: ReadonlySignal<readonly Problem[]>
  /** Empty means all of them, and navigation. */
  chips: ReadonlySignal<ReadonlySet<Chip>>
  /** System rows come beside whatever is chosen, and are hidden at first; one that failed is among all, as any that failed. */
  system: ReadonlySignal<boolean>
  /** Words and kind, whatever the time. */
  test: ReadonlySignal<Test>
  /** Whether `test` finds only what this one, which was the test just before it, has found. */
  narrows(before: Test): boolean
  /** The brush over the overview. */
  stretch: Signal<Stretch | undefined>
  /** The kind alone, whatever the words. */
  hasKind: ReadonlySignal<(row: Exchange) => boolean>
  /** The words alone, whatever the kind. */
  hasWords: ReadonlySignal<(row: Exchange) => boolean>
  /** Whether more is hidden than system rows. */
  narrowed: ReadonlySignal<boolean>
  /** Only this one; or, `beside` the others, on and off. */
  choose(chip: Chip, how: 'only' | 'beside'): void
  toggleSystem(): void
  /** All kinds but system again. */
  chooseAll(): void
  /** As it was at first: no words, all kinds, all of the time. */
  reset(): void
}

const NO_WORDS: Query = { terms: [], problems: [] }
const EVERYTHING: readonly Kind[] = ['call', 'dispatch', 'push', 'navigation']

export function createFilter(): Filter {
  const text = signal('')
  const chips = signal<ReadonlySet<Chip>>(new Set())
  const system = signal(false)
  const stretch = signal<Stretch>()
  effect(() => {
    if (text.value !== '') void fetchGrammar()
  })
  const query = computed(() => readQuery(text.value))
  // A space, or a key that has no value yet, is not worth asking every row again.
  const asked = computed(() =>
    JSON.stringify(query.value.terms.map(({ from, to }) => text.value.slice(from, to))),
  )
  const hasWords = computed(() => {
    void asked.value
    return typeof grammar.value === 'object' ? grammar.value.matcher(query.peek()) : () => true
  })
  const hasKind = computed(() => {
    const isAll = chips.value.size === 0
    const kinds = new Set<Kind>(isAll ? EVERYTHING : chips.value)
    if (system.value) kinds.add('system')
    return (row: Exchange) => kinds.has(row.kind) || (isAll && hasFailed(row))
  })
  let last: { test: Test; kind: Test; query: Query; within: Test | undefined } | undefined
  const test = computed(() => {
    const { value: kind } = hasKind
    const { value: words } = hasWords
    const now = (row: Exchange) => kind(row) && words(row)
    const { value: read } = grammar
    const isNarrower =
      last?.kind === kind && typeof read === 'object' && read.narrows(query.peek(), last.query)
    last = { test: now, kind, query: query.peek(), within: isNarrower ? last?.test : undefined }
    return now
  })

  function chooseAll(): void {
    chips.value = new Set()
    system.value = false
  }

  return {
    text,
    problems: computed(() => query.value.problems),
    chips,
    system,
    test,
    narrows: (before) => last?.within === before,
    stretch,
    hasKind,
    hasWords,
    narrowed: computed(
      () => query.value.terms.length > 0 || chips.value.size > 0 || stretch.value !== undefined,
    ),
    choose(chip, how) {
      const chosen = new Set(how === 'beside' ? chips.value : [])
      if (how === 'only' || !chosen.delete(chip)) chosen.add(chip)
      chips.value = chosen
    },
    toggleSystem() {
      system.value = !system.value
    },
    chooseAll,
    reset() {
      text.value = ''
      stretch.value = undefined
      chooseAll()
    },
  }
}

/** Until the grammar has come there are no words. */
function readQuery(text: string): Query {
  if (text === '' || grammar.value === undefined) return NO_WORDS
  if (grammar.value !== 'failed') return grammar.value.parseQuery(text)
  const says = 'The filter cannot be loaded. Close DevTools and open them again.'
  return { terms: [], problems: [{ from: 0, to: text.length, says }] }
}
