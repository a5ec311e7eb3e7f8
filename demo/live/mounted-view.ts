/** One live instance of a view: its state, its last render, and what changed between two renders. */

import { isDeepStrictEqual } from 'node:util'
import type { Patch } from '../../src/protocol/wire.ts'
import { diff } from './diff.ts'
import { createIds, stamp } from './stamp.ts'
import type { RenderTemplate } from './template/templates.ts'
import { type Element, parseTree, toHtml } from './tree.ts'
import type { ActionState, View } from './view.ts'

/** What survives the instance: enough to mount it again where it was. */
export interface Saved {
  state: object
  actions: Record<string, ActionState>
}

export class MountedView {
  readonly view: View
  readonly saved: Saved
  #tree: Element
  readonly #nextId = createIds()
  readonly #render: () => string

  /** @throws whatever the template does */
  constructor(view: View, saved: Saved, render: RenderTemplate, csrfToken: string) {
    this.view = view
    this.saved = saved
    this.#render = () => render(view.template, { ...saved.actions, ...saved.state, csrf_token: csrfToken })
    this.#tree = parseTree(this.#render())
    stamp(this.#tree, null, this.#nextId)
  }

  /** The inner HTML of the last render, every element with its `dj-id`. */
  get html(): string {
    return toHtml(this.#tree)
  }

  /** Renders again and says what the page must change. */
  rerender(): Patch[] {
    const next = parseTree(this.#render())
    stamp(next, this.#tree, this.#nextId)
    const patches = diff(this.#tree, next)
    this.#tree = next
    return patches
  }

  /**
   * A copy to compare against later. Action state is part of it, so a first failure renders; the very same failure
   * again changes nothing and is a `noop`, as in djust (djust-wire 2.11).
   */
  snapshot(): Saved {
    return structuredClone(this.saved)
  }

  isUnchangedSince(snapshot: Saved): boolean {
    return isDeepStrictEqual(snapshot, this.saved)
  }
}
