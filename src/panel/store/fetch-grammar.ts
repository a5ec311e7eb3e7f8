/** Fetches the filter's grammar when the filter is first used: a log is shown without it. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Grammar } from '../../core/query/grammar.ts'

const fetched = signal<Grammar | 'failed'>()
let under: Promise<void> | undefined

/** Undefined until it has come; `failed` when it cannot be had, as when the extension was replaced while the panel stood open. */
export const grammar: ReadonlySignal<Grammar | 'failed' | undefined> = fetched

/** Never rejects; asked again, it answers the same. */
export function fetchGrammar(): Promise<void> {
  under ??= import('../../core/query/grammar.ts').then(
    (module) => {
      fetched.value = module.grammar
    },
    () => {
      fetched.value = 'failed'
    },
  )
  return under
}
