/** Remembers the last thing the user did, so that a dispatch or a call can say who asked for it. */
import type { Trigger } from '../../protocol/facts.ts'
import { describe } from './describe.ts'
import { deref, exec, PristineWeakRef, quietly } from './pristine.ts'
import { composedPath, eventPhase, eventType, now } from './pristine-dom.ts'
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
  target: WeakRef<object>
  /** It was a password field's. */
  secret: boolean
  at: number
}

export interface Triggers {
  current(): Trigger | undefined
  /** Whether the current one is a password field's. */
  isSecret(): boolean
  /** An element that the runtime itself named. */
  named(element: unknown): Trigger | undefined
}

export function createTriggers(
  { hear }: StandingListeners,
  isSecret: (element: unknown, acted: boolean) => boolean,
): Triggers {
  let meant: Moment | undefined
  let side: Moment | undefined

  const remember = (event: Event) => {
    const type = eventType(event)
    // Inside an open shadow root too, which `target` would not tell.
    const target = composedPath(event)[0] as EventTarget
    const moment = {
      type,
      event: new PristineWeakRef(event),
      target: new PristineWeakRef(target),
      secret: isSecret(target, true),
      at: now(),
    }
    if (exec(aside, type)) side = moment
    else meant = moment
  }
  for (let i = 0; i < HEARD.length; i++) hear(window, HEARD[i] as string, remember)

  const isRunning = (moment: Moment | undefined) => {
    const event = moment && deref(moment.event)
    return event !== undefined && eventPhase(event) !== 0
  }
  /** The last thing that was meant, or else done, unless it is long ago. */
  function latest(): Moment | undefined {
    if (isRunning(meant)) return meant
    if (isRunning(side)) return side
    const since = now() - RECENT
    return meant && meant.at >= since ? meant : side && side.at >= since ? side : undefined
  }

  return {
    current() {
      const moment = latest()
      const element = moment && quietly(() => describe(deref(moment.target)))
      if (!element) return undefined
      return { element, event: moment.type, certainty: isRunning(moment) ? 'same-task' : 'recent' }
    },
    isSecret: () => latest()?.secret === true,
    named(named) {
      const element = quietly(() => describe(named))
      return element ? { element, event: meant?.type ?? '', certainty: 'runtime' } : undefined
    },
  }
}
