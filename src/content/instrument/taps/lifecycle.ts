/** Reports that the document is left, and that it came back from the back/forward cache. */
import type { Reporter } from '../outbox.ts'
import { isPersisted } from '../pristine-dom.ts'
import type { StandingListeners } from '../standing-listeners.ts'

/** Answers how to say that the page goes; said once for every time it goes, whoever notices first. */
export function tapLifecycle(report: Reporter, { hear }: StandingListeners): (kept: boolean) => void {
  let left = false

  function leave(kept: boolean) {
    if (left) return
    left = true
    report({ type: 'leave', kept })
  }
  hear(window, 'pagehide', (event) => leave(isPersisted(event)))
  hear(window, 'pageshow', (event) => {
    if (!isPersisted(event)) return
    left = false
    report({ type: 'return' })
  })
  return leave
}
