/** What every tap is given: where to report, and what the others know. */
import type { Arrivals } from './arrivals.ts'
import type { Copier } from './copier.ts'
import type { Reporter } from './outbox.ts'
import type { PageLine } from './page-line.ts'
import type { Redact } from './redactor.ts'
import type { Running } from './running.ts'
import type { Triggers } from './triggers.ts'

export interface Site {
  report: Reporter
  copy: Copier
  redact: Redact
  triggers: Triggers
  /** Whether an element is, or once was, a password field. */
  isSecret(element: unknown): boolean
  running: Running
  arrivals: Arrivals
  /** Tells whoever measures, while a panel listens. */
  tellFrame: PageLine['tellFrame']
  /** Numbers connections of both transports. */
  nextConnection(): number
  /** Open SSE sessions by the id in their path, so that a POST can be linked to its stream. */
  sessions: Record<string, number>
  /** What stands at `window.djust` now. */
  djust: unknown
  /** Something of djust begins: a good moment to renew what `document.open()` may have stripped. */
  renew(): void
}
