/** Listeners on window and document that `document.open()` strips, so that they must be added again now and then. */
import { bare, each, newList } from './pristine.ts'
import { addEventListener, trusting } from './pristine-dom.ts'

export interface StandingListeners {
  /** Hears the browser's own events of a type from now on, before the page does. */
  hear(target: EventTarget, type: string, hear: (event: Event) => void): void
  /** Adds them all once more; those that still stand are not doubled, because the browser knows them. */
  renew(): void
}

export function createStandingListeners(): StandingListeners {
  const renewals = newList<() => void>()
  const passive = bare({ capture: true, passive: true })
  return {
    hear(target, type, hear) {
      const listener = trusting(hear)
      const add = () => addEventListener(target, type, listener, passive)
      add()
      renewals[renewals.length] = add
    },
    renew() {
      each(renewals, (add) => add())
    },
  }
}
