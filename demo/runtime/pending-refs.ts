/** Events that wait for their answer, by `ref`; one counter for the page, whatever socket it uses. */

import type { ServerFrame } from '../../src/protocol/wire.ts'

let last = 0

export class PendingRefs {
  readonly #waiting = new Map<number, (answer: ServerFrame | null) => void>()

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** A ref for an event about to be sent, and the promise of its answer. */
  open(): { ref: number; answered: Promise<ServerFrame | null> } {
    last += 1
    const ref = last
    return { ref, answered: new Promise((resolve) => this.#waiting.set(ref, resolve)) }
  }

  settle(ref: number | undefined, answer: ServerFrame): void {
    if (ref === undefined) return
    this.#waiting.get(ref)?.(answer)
    this.#waiting.delete(ref)
  }

  /** No answer can be told apart any more: everyone gets none. */
  settleAll(): void {
    for (const resolve of this.#waiting.values()) resolve(null)
    this.#waiting.clear()
  }
}
