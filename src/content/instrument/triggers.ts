/** Remembers the last thing the user did, so that a dispatch or a call can say who asked for it. */
import type { Trigger } from '../../protocol/facts.ts'
import { describe } from './describe.ts'
import { deref, exec, isObject, PristineWeakRef, quietly } from './pristine.ts'
import { eventPhase, eventTarget, eventType, now } from './pristine-dom.ts'
import type { StandingListeners } from './standing-listeners.ts'

const HEARD = 'click input change submit keydown paste drop keyup focusin focusout pointerdown'.split(' ')
/** These only accompany what a person means by "I did that", and count when nothing better is near. */
const aside = /^(?:keyup|focus|pointer)/
/** ms. */
const RECENT = 1000

/** Weak, so that no removed element is kept alive by having been clicked. */
interface Moment {
  type: string
  event: WeakRef<Event>
  element: WeakRef<object>
  at: number
}

export interface Triggers {
  current(): Trigger | undefined
  /** An element that the runtime itself named. */
  named(element: unknown): Trigger | undefined
}

export function createTriggers(
  { hear }: StandingListeners,
  onUserEvent: (element: unknown) => void,
): Triggers {
  let meant: Moment | undefined
  let side: Moment | undefined

  const remember = (event: Event) => {
    const type = eventType(event)
    const target = eventTarget(event) as EventTarget
    onUserEvent(target)
    const element = new PristineWeakRef(target)
    const moment = { type, event: new PristineWeakRef(event), element, at: now() }
    if (exec(aside, type)) side = moment
    else meant = moment
  }
  for (let i = 0; i < HEARD.length; i++) hear(window, HEARD[i] as string, remember)

  const isRunning = (moment: Moment | undefined) => {
    const event = moment && deref(moment.event)
    return event !== undefined && eventPhase(event) !== 0
  }
  const recent = () => {
    const since = now() - RECENT
    return meant && meant.at >= since ? meant : side && side.at >= since ? side : undefined
  }

  return {
    current() {
      const running = isRunning(meant) ? meant : isRunning(side) ? side : undefined
      const moment = running ?? recent()
      const element = moment && quietly(() => describe(deref(moment.element)))
      if (!moment || !element) return undefined
      return { element, event: moment.type, certainty: running ? 'same-task' : 'recent' }
    },
    named(named) {
      const element = isObject(named) ? quietly(() => describe(named)) : undefined
      return element ? { element, event: meant?.type ?? '', certainty: 'runtime' } : undefined
    },
  }
}
