/** What a mishap is: a page that does something wrong, its well-written twin, and what to do to see it. Types only. */

import type { AdviceId } from '../../src/protocol/advice-ids.ts'
import type { View } from '../live/view.ts'
import type { TagStore } from '../tags/tag-store.ts'

/** What a person does, and a test after them. Fields and buttons go by the name that can be read on the page. */
export type Step =
  | { type: string; into: string; pace?: 'slowly' }
  | { empty: string }
  | { click: string; times?: number }

export interface Mishap {
  id: AdviceId
  title: string
  /** What goes wrong, in one plain sentence. */
  says: string
  steps: readonly Step[]
  /** The page with the mishap on, or its twin: the very same page, written well. */
  page(on: boolean, house: House): MishapPage
}

/** What the pages are made of. */
export interface House {
  store: TagStore
}

export interface MishapPage extends Pick<View, 'members'>, Partial<Pick<View, 'mount' | 'far'>> {
  /** The source of the view's template. */
  template: string
  frame?: Partial<Frame>
}

/** What stands around the view. */
export interface Frame {
  csrf: boolean
  /** Whether the page's script stands outside the view, where it belongs. */
  script: boolean
  /** Whether the page says when something came to nothing. */
  notices: boolean
  /** Whether the runtime reads `dj-payload-*`, as the tutorial has it, or passes it over, as every djust does. */
  payload: 'read' | 'ignored'
  /** The name of the view that the page asks for. */
  view_name: string
}
