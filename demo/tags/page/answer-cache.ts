/** Remembers answers in the page for a short while, so that letters deleted and typed again are not asked twice. */

/** ms that an answer is good for: long enough to correct a word, too short to miss what others do. */
const FRESH = 10_000

export class AnswerCache<T> {
  readonly #known = new Map<string, { answer: T; until: number }>()
  readonly #now: () => number

  /** @param now ms on a clock that never goes back */
  constructor(now: () => number) {
    this.#now = now
  }

  get(question: string): T | undefined {
    const found = this.#known.get(question)
    return found && this.#now() < found.until ? found.answer : undefined
  }

  keep(question: string, answer: T): void {
    const now = this.#now()
    for (const [old, { until }] of this.#known) if (until <= now) this.#known.delete(old)
    this.#known.set(question, { answer, until: now + FRESH })
  }

  clear(): void {
    this.#known.clear()
  }
}
