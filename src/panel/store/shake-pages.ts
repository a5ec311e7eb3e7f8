/** Shakes every page that is listened to: those there are, and those that say hello later, for as long as it goes on. */
import type { Reach } from '../../protocol/reach.ts'
import type { Shake } from '../../protocol/shaker.ts'
import type { Session } from './session.ts'

export interface ShakeDeps {
  reach: Pick<Reach, 'bringShaker'>
  session: Pick<Session, 'documents' | 'command' | 'onHello'>
  /** Why a page cannot be shaken, as a sentence. */
  complain(says: string): void
  /** Whether the panel is out of sight, where browsers let timers seldom run. */
  isHidden(): boolean
  /** Every time that this changes. */
  onHidden(hear: () => void, stop: AbortSignal): void
}

/** ms. Often enough that a page which is told no more stops within seconds. */
const RENEW = 2000
/** ms: four times that for a panel in sight; for one that is not, longer than the minute after which Chromium wakes it. */
const LEASE = { inSight: 8000, hidden: 90_000 } as const

/** A page that is joined anew has stopped by itself, and begins to count again. */
export function shakePages(deps: ShakeDeps, shake: Shake, stop: AbortSignal): void {
  const { reach, session, complain, isHidden, onHidden } = deps
  const round = Math.random()
  const command = (...to: [doc?: string, frame?: number]) => {
    const lease = isHidden() ? LEASE.hidden : LEASE.inSight
    session.command({ type: 'shake', shake: { ...shake, round, lease } }, ...to)
  }
  async function begin(frame: number, doc: string): Promise<void> {
    const brought = await reach.bringShaker(frame)
    if (stop.aborted) return
    if (brought.ok) command(doc, frame)
    else complain(brought.says)
  }
  for (const [frame, doc] of session.documents.peek()) void begin(frame, doc)
  session.onHello((frame, doc) => void begin(frame, doc), stop)
  // Also when it goes out of sight: the lease has to last longer from then on.
  onHidden(() => command(), stop)
  const renewing = setInterval(() => command(), RENEW)
  stop.addEventListener(
    'abort',
    () => {
      clearInterval(renewing)
      session.command({ type: 'shake' })
    },
    { once: true },
  )
}
