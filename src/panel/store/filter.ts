/** What a person wants to see of the log: words in the box, and chips of kinds. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Exchange, Kind } from '../../core/exchange.ts'
import { matcher, parseQuery } from '../../core/query.ts'
import { hasFailed } from './failed.ts'

/** The kinds that have a chip which, alone, chooses them. */
export type Chip = Extract<Kind, 'call' | 'dispatch' | 'push'>

export interface Filter {
  text: Signal<string>
  /** Empty means all of them, and navigation. */
  chips: ReadonlySignal<ReadonlySet<Chip>>
  /** System rows come beside whatever is chosen, and are hidden at first; one that failed is among all, as any that failed. */
  system: ReadonlySignal<boolean>
  test: ReadonlySignal<(row: Exchange) => boolean>
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
  /** As it was at first: no words, all kinds. */
  reset(): void
}

const EVERYTHING: readonly Kind[] = ['call', 'dispatch', 'push', 'navigation']

export function createFilter(): Filter {
  const text = signal('')
  const chips = signal<ReadonlySet<Chip>>(new Set())
  const system = signal(false)
  const hasWords = computed(() => matcher(parseQuery(text.value)))
  const hasKind = computed(() => {
    const isAll = chips.value.size === 0
    const kinds = new Set<Kind>(isAll ? EVERYTHING : chips.value)
    if (system.value) kinds.add('system')
    return (row: Exchange) => kinds.has(row.kind) || (isAll && hasFailed(row))
  })
  const test = computed(() => {
    const { value: kind } = hasKind
    const { value: words } = hasWords
    return (row: Exchange) => kind(row) && words(row)
  })

  function chooseAll(): void {
    chips.value = new Set()
    system.value = false
  }

  return {
    text,
    chips,
    system,
    test,
    hasKind,
    hasWords,
    narrowed: computed(() => text.value.trim() !== '' || chips.value.size > 0),
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
      chooseAll()
    },
  }
}
