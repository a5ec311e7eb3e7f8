/** Shakes every page that is listened to: those there are, and those that say hello later, for as long as it goes on. */
import type { Reach } from '../../protocol/reach.ts'
import type { Shake } from '../../protocol/shaker.ts'
import type { Session } from './session.ts'

export interface ShakeDeps {
  reach: Pick<Reach, 'bringShaker'>
  session: Pick<Session, 'documents' | 'command' | 'onHello'>
  /** Why a page cannot be shaken, as a sentence. */
  complain(says: string): void
}

/** A page that is joined anew has stopped by itself, and begins to count again. */
export function shakePages({ reach, session, complain }: ShakeDeps, shake: Shake, stop: AbortSignal): void {
  async function begin(frame: number, doc: string): Promise<void> {
    const brought = await reach.bringShaker(frame)
    if (stop.aborted) return
    if (brought.ok) session.command({ type: 'shake', shake }, doc, frame)
    else complain(brought.says)
  }
  for (const [frame, doc] of session.documents.peek()) void begin(frame, doc)
  session.onHello((frame, doc) => void begin(frame, doc), stop)
  stop.addEventListener('abort', () => session.command({ type: 'shake' }), { once: true })
}
