/** Fetches the advice when there are rows, and looks for it while the browser has nothing better to do. */
import { effect } from '@preact/signals'
import type { Store } from '../store/store.ts'

/** ms between two looks at a log that grows. */
const PAUSE = 1000
/** A busy panel is given advice all the same: after so many ms come at least so many of it. */
const PATIENCE = 500
const LEAST = 4
/** What one more step may take of the time that is to spare, ms. */
const SPARE = 8

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

function idle(): Promise<() => boolean> {
  return new Promise((resolve) => {
    const grant = (left = () => 0) => {
      const begun = performance.now()
      resolve(() => left() > SPARE || performance.now() - begun < LEAST)
    }
    if (typeof requestIdleCallback !== 'function') return void setTimeout(grant)
    requestIdleCallback((deadline) => grant(() => deadline.timeRemaining()), { timeout: PATIENCE })
  })
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE))
