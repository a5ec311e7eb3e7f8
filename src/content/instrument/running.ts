/** What of the runtime is running right now, so that what it sends in the same breath can be linked to it. */
import type { Trigger } from '../../protocol/facts.ts'
import type { Triggers } from './triggers.ts'

/** A dispatch that has been entered. */
export interface Dispatching {
  id: number
  event: string
  /** The element that the runtime named for it, or what the user did before. */
  asker: Trigger | undefined
  /** What it carries was typed into a password field. */
  secret: boolean
  /** A frame or a request has carried it. */
  sent: boolean
  /** Stores the fact, once. */
  store(): void
}

/** A call that has been entered. */
interface Calling {
  id: number
  /** A request has carried it. */
  sent: boolean
}

export interface Running {
  call: Calling | undefined
  dispatch: Dispatching | undefined
}

export const createRunning = (): Running => ({ call: undefined, dispatch: undefined })

export function whileRunning<K extends keyof Running, R>(
  running: Running,
  what: K,
  now: Running[K],
  run: () => R,
): R {
  const outer = running[what]
  running[what] = now
  try {
    return run()
  } finally {
    running[what] = outer
  }
}

/** The members of a frame or a request that tell what it belongs to, and who asked. */
export interface Links {
  trigger: Trigger | undefined
  dispatch: number | undefined
}

/** `carries`: whether it is the event itself; anything else that a handler sends meanwhile tells nothing of its dispatch. */
export function linksOf({ dispatch }: Running, triggers: Triggers, carries: () => boolean): Links {
  if (dispatch && carries()) {
    dispatch.sent = true
    dispatch.store()
  }
  return { trigger: dispatch?.asker ?? triggers.current(), dispatch: dispatch?.id }
}
