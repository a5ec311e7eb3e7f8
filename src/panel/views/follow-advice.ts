/** Fetches the advice when there are rows, and looks for it while the browser has nothing better to do. */
import { effect } from '@preact/signals'
import type { Store } from '../store/store.ts'

/** ms between two looks at a log that grows. */
const PAUSE = 1000
/** A busy panel is given advice all the same, after so many ms a step. */
const PATIENCE = 500

export function followAdvice(store: Store, stop: AbortSignal): void {
  const end = effect(() => {
    if (store.rows.present.value.length === 0 || store.advice.peek()) return
    import('../store/advice.ts').then(
      ({ createAdvice }) => {
        if (!stop.aborted) store.advice.value ??= createAdvice(store, { idle, pause }, stop)
      },
      () => {},
    )
  })
  stop.addEventListener('abort', end, { once: true })
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: PATIENCE })
    else setTimeout(resolve)
  })
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE))
