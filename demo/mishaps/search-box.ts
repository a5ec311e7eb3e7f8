/** The search field that many mishaps share: a template whose attributes say how the page's script asks, and the function it asks. */

import { type ServerFunction, serverFunction } from '../live/view.ts'
import type { Tag, TagStore } from '../tags/tag-store.ts'

export const SEARCH_FIELD = 'Search tags'

/** How the page asks; well, unless told otherwise. */
export interface Habits {
  /** ms that the typing must pause before it asks. */
  pause?: number
  /** Which answers it shows: the newest question's, or whatever comes. */
  draws?: 'newest' | 'all'
  /** Whether it remembers answers for a while. */
  remembers?: boolean
  /** Whether what comes is everything, of which it shows what fits. */
  filters?: boolean
}

export function searchBox({ pause = 150, draws = 'newest', remembers = true, filters = false }: Habits = {}) {
  return `<h1>Tags</h1>
<div class="field">
  <label for="q">${SEARCH_FIELD}</label>
  <input id="q" name="q" type="text" autocomplete="off" data-search data-pause="${pause}" data-draws="${draws}"
    data-remembers="${remembers}" data-filters="${filters}">
</div>
<ul class="results" id="results" aria-label="Tags found" dj-update="ignore"></ul>
<p class="quiet" id="note" role="status" dj-update="ignore"></p>`
}

const SHOWN = 8

/** @param wait called before the answer, for a server that takes its time */
export function searchTags(store: TagStore, wait?: (q: string) => Promise<void>): ServerFunction<object> {
  return serverFunction({ q: { type: 'str', default: '' } }, async ({ q }): Promise<Tag[]> => {
    await wait?.(q)
    return store.search(q, SHOWN)
  })
}
