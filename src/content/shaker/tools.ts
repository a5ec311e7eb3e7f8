/** What the instrument lends the shaker: a way to tell facts, and what of the runtime is running right now. */
import type { Report } from '../../protocol/facts.ts'

export interface Tools {
  /** Stores a fact; answers its seq, or nothing while recording is off. */
  report(fact: Report): number | undefined
  /** The dispatch that is running, by which what it sends is linked to it. */
  running: { dispatch: unknown }
}

/** Lets what was held go as if the dispatch that sent it were still running, so that the log shows one row and who asked. */
export function asIf<R>({ running }: Tools, dispatch: unknown, run: () => R): R {
  const now = running.dispatch
  running.dispatch = dispatch
  try {
    return run()
  } finally {
    running.dispatch = now
  }
}
