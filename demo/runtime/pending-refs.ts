/** Events that wait for their answer, by `ref`; one counter for the page, whatever socket it uses. */

import type { ServerFrame } from '../../src/protocol/wire.ts'

interface Waiting {
  event: string
  /** The server said so, without saying of which: it stays all the same, as on the real client. */
  isLimited: boolean
  resolve(answer: ServerFrame | null): void
}

let last = 0

export class PendingRefs {
  readonly #waiting = new Map<number, Waiting>()

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** A ref for an event about to be sent, and the promise of its answer. */
  open(event: string): { ref: number; answered: Promise<ServerFrame | null> } {
    last += 1
    const ref = last
    return {
      ref,
      answered: new Promise((resolve) => this.#waiting.set(ref, { event, isLimited: false, resolve })),
    }
  }

  settle(ref: number | undefined, answer: ServerFrame): void {
    if (ref === undefined) return
    this.#waiting.get(ref)?.resolve(answer)
    this.#waiting.delete(ref)
  }

  /** The server answers in order, so a limit that names nothing is about the oldest event; returns its name. */
  limitOldest(): string | undefined {
    const oldest = [...this.#waiting.values()].find(({ isLimited }) => !isLimited)
    if (oldest) oldest.isLimited = true
    return oldest?.event
  }

  /** No answer can be told apart any more: everyone gets none. Returns the events of which nothing was heard. */
  settleAll(): string[] {
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { resolve } of all) resolve(null)
    return all.filter(({ isLimited }) => !isLimited).map(({ event }) => event)
  }
}
