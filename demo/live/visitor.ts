/** One person's browser: what it may be told apart by, what its tabs share, and the tabs that listen right now. */

import type { Saved } from './mounted-view.ts'
import { RateLimiter } from './rate-limit.ts'

/** A tab that can be spoken to first. */
export interface Tab {
  /** Renders again because something it shares has changed. */
  refresh(): Promise<void>
  /** Starts over from fresh state. */
  reset(): Promise<void>
}

/** How many pages of one visitor may be waited for. */
const KEPT = 20

export class Visitor {
  readonly csrfToken: string
  readonly shelf = new Map<string, unknown>()
  readonly limiter = new RateLimiter()
  readonly tabs = new Set<Tab>()
  /** What pages showed when their socket closed or their last POST was answered, the oldest first. */
  readonly #kept = new Map<string, Saved>()

  constructor(csrfToken: string) {
    this.csrfToken = csrfToken
  }

  /** Keeps a page's state until the same page comes back, by socket or by POST. */
  keep(page: string, saved: Saved): void {
    this.#kept.delete(page)
    this.#kept.set(page, saved)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest)
  }

  kept(page: string): Saved | undefined {
    return this.#kept.get(page)
  }

  /** Gives the state back, once. */
  take(page: string): Saved | undefined {
    const saved = this.#kept.get(page)
    this.#kept.delete(page)
    return saved
  }

  /** Tells every tab but the one that spoke. */
  announce(from: Tab | null): void {
    for (const tab of this.tabs) if (tab !== from) void tab.refresh()
  }

  /** Forgets all that was live, and shows every tab the fresh state. */
  async reset(): Promise<void> {
    this.shelf.clear()
    this.#kept.clear()
    await Promise.all([...this.tabs].map((tab) => tab.reset()))
  }
}
