/** Remembers the last thing the user did, so that a dispatch or a call can say who asked for it. */
import type { Trigger } from '../../protocol/facts.ts'
import { describe } from './describe.ts'
import { deref, exec, PristineWeakRef, quietly } from './pristine.ts'
import { composedPath, eventPhase, eventType, now } from './pristine-dom.ts'
import type { StandingListeners } from './standing-listeners.ts'

const HEARD = 'click input change submit keydown paste drop keyup focusin focusout pointerdown'.split(' ')
/** These only accompany what a person means by "I did that", and a script that moves the focus makes them, too. */
const aside = /^(?:keyup|focus|pointer)/
/** ms. */
const RECENT = 1000

/** Weak, so that no removed element is kept alive by having been clicked. */
interface Moment {
  type: string
  event: WeakRef<Event>
  target: WeakRef<object>
  /** Until when it may have been what asked, ms. */
  until: number
}

export interface Triggers {
  /** `named` is an element that the runtime itself names, if any. */
  current(named?: unknown): Trigger | undefined
  /** Whether what is sent now may be what a password field holds: one has just heard something of the user. */
  isSecret(): boolean
}

export function createTriggers(
  { hear }: StandingListeners,
  isSecret: (element: unknown, acted: boolean) => boolean,
): Triggers {
  let meant: Moment | undefined
  let side: Moment | undefined
  /** Until when what is sent may be what a password field holds. */
  let secretUntil = 0

  const remember = (event: Event) => {
    const type = eventType(event)
    // Inside an open shadow root too, which `target` would not tell.
    const target = composedPath(event)[0] as EventTarget
    const until = now() + RECENT
    const moment = { type, event: new PristineWeakRef(event), target: new PristineWeakRef(target), until }
    if (exec(aside, type)) side = moment
    else meant = moment
    if (isSecret(target, true)) secretUntil = until
  }
  for (const type of HEARD) hear(window, type, remember)

  const isRunning = (moment: Moment | undefined) => {
    const event = moment && deref(moment.event)
    return !!event && eventPhase(event) > 0
  }
  /** What only goes with it counts while it is going on, and what was meant for a while. */
  function latest(): Moment | undefined {
    if (isRunning(meant)) return meant
    return isRunning(side) ? side : meant && now() < meant.until ? meant : undefined
  }

  return {
    current(named) {
      const moment = latest()
      const isNow = isRunning(moment)
      const target = moment && deref(moment.target)
      const found = named ?? target
      const element = found && quietly(describe, found)
      if (!element) return undefined
      // A timer's element was not clicked, whatever was clicked just before.
      const isIts = moment && (!named || isNow || named === target)
      return {
        element,
        event: isIts ? moment.type : '',
        certainty: named ? 'runtime' : isNow ? 'same-task' : 'recent',
      }
    },
    isSecret: () => now() < secretUntil,
  }
}
