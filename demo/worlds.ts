/** Which database a visitor works in: the demo's own, which all share and which lasts; or one in memory, theirs alone, for a lesson or a class. */

import type { Views } from './live/view.ts'
import type { Visitor } from './live/visitor.ts'
import { TagStore } from './tags/tag-store.ts'

interface World {
  store: TagStore
  views: Views
}

/** How many visitors may have one of their own, about 1 MB each; past it, the oldest of which no tab is open goes. */
const KEPT = 200

export function isSeed(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
}

export class Worlds {
  readonly #shared: World
  readonly #viewsOn: (store: TagStore) => Views
  readonly #own = new Map<Visitor, World>()
  /** Whether every visitor has one of their own, so that nobody can disturb anybody. */
  readonly areOwn: boolean

  constructor(shared: TagStore, viewsOn: (store: TagStore) => Views, areOwn: boolean) {
    this.#viewsOn = viewsOn
    this.#shared = { store: shared, views: viewsOn(shared) }
    this.areOwn = areOwn
  }

  /** @param visitor null for somebody whom nobody knows */
  viewsOf(visitor: Visitor | null): Views {
    const own = visitor && (this.#own.get(visitor) ?? (this.areOwn ? this.#make(visitor) : null))
    return (own ?? this.#shared).views
  }

  /** From now on the visitor works in a database of their own, just as this seed leaves it; their tabs begin anew. */
  async begin(visitor: Visitor, seed: number): Promise<void> {
    const { store } = this.#own.get(visitor) ?? this.#make(visitor)
    store.reset(seed)
    await visitor.reset()
  }

  /** Puts every database back to its seed. */
  restore(): void {
    for (const { store } of [this.#shared, ...this.#own.values()]) store.reset()
  }

  /** Puts back what one visitor alone works in; what is shared stays. */
  async restoreOf(visitor: Visitor | null): Promise<void> {
    if (!visitor) return
    this.#own.get(visitor)?.store.reset()
    await visitor.reset()
  }

  close(): void {
    for (const { store } of [this.#shared, ...this.#own.values()]) store.close()
  }

  #make(visitor: Visitor): World {
    const idle = [...this.#own].find(([{ tabs }]) => tabs.size === 0)
    if (this.#own.size >= KEPT && idle) this.#own.delete(idle[0])
    const store = new TagStore(null)
    const world = { store, views: this.#viewsOn(store) }
    this.#own.set(visitor, world)
    return world
  }
}
