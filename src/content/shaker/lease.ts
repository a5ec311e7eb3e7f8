/** Ends what nobody renews: a page is told of a panel that goes, but in Firefox of no extension that does. */
import type { Clock } from './waiting-line.ts'

/** A timer that comes this much too late, ms, says that the page stood still, as at a breakpoint, and could hear nothing. */
const STOOD_STILL = 1000

export interface LeaseTerm {
  /** It holds for so many ms from now on. */
  renew(ms: number): void
  end(): void
}

export function createLease({ now, after, cancel }: Clock, over: () => void): LeaseTerm {
  let timer: number | undefined

  function end(): void {
    if (timer !== undefined) cancel(timer)
    timer = undefined
  }

  function wait(ms: number, mayWaitAgain: boolean): void {
    end()
    const due = now() + ms
    timer = after(ms, () => {
      if (mayWaitAgain && now() - due > STOOD_STILL) wait(ms, false)
      else over()
    })
  }

  return { renew: (ms) => wait(ms, true), end }
}
