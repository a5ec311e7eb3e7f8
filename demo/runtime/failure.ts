/** Tells the page that an event came to nothing, as the real client does for errors: by `djust:error` on the window. */

export interface Failure {
  /** `unanswered`: it was sent, and the connection broke before the answer. */
  outcome: 'not_sent' | 'unanswered' | 'refused'
  /** In words. */
  error: string
  /** The event's name, where it is known. */
  event?: string | undefined
}

export function announceFailure(detail: Failure): void {
  window.dispatchEvent(new CustomEvent<Failure>('djust:error', { detail }))
}
