/** The tutorial's live view: a form that is dispatched to, beside a tag search that is only called. */

import { action, eventHandler, serverFunction, ValueError, type View } from '../live/view.ts'
import { readDescription, readTitle } from './issue-text.ts'
import { rememberSearches } from './search-cache.ts'
import type { Tag, TagStore } from './tag-store.ts'

/** What the view shows. Title and description are not here: they stay in the page until they are submitted. */
export interface NewIssue {
  selected_tags: Tag[]
  /** The field that the last submit was refused for. */
  refused: 'title' | 'description' | null
  created: { id: number; title: string; tags: Tag[] } | null
  /** Issues this visitor created, in any tab. */
  created_count: number
}

const COUNT = 'created_count'

/** How many of the most used tags may be asked for at once. */
const MOST_POPULAR = 10

export function newIssueView(store: TagStore): View<NewIssue> {
  const search = rememberSearches(store)
  return {
    name: 'demo.NewIssueView',
    apiName: 'issues.new',
    template: 'new_issue.html',

    mount: (_params, shelf) => ({
      selected_tags: [],
      refused: null,
      created: null,
      created_count: Number(shelf.get(COUNT) ?? 0),
    }),

    refresh: (state, { shelf }) => {
      state.created_count = Number(shelf.get(COUNT) ?? 0)
    },

    members: {
      search_tags: serverFunction(
        { q: { type: 'str', default: '' }, limit: { type: 'int', default: 8 } },
        ({ q, limit }) => search(q, limit),
      ),

      title_taken: serverFunction({ title: { type: 'str' } }, ({ title }) => {
        const id = store.issueTitled(title)
        return id === null ? { available: true } : { available: false, reason: `Issue #${id} has this title` }
      }),

      add_tag: action(
        { id: { type: 'int', default: 0 }, name: { type: 'str', default: '' } },
        (state: NewIssue, { id }) => {
          // The name comes from the database: a page may send any text under a known id.
          const tag = store.tag(id)
          if (!tag) throw new ValueError('Tag missing')
          if (!state.selected_tags.some((selected) => selected.id === id)) state.selected_tags.push(tag)
        },
      ),

      add_popular_tags: eventHandler(
        { count: { type: 'int', default: 3 } },
        (state: NewIssue, { count }) => {
          const popular = store.mostUsed(Math.min(MOST_POPULAR, Math.max(1, count)))
          const added = popular.filter(({ id }) => !state.selected_tags.some((tag) => tag.id === id))
          state.selected_tags.push(...added)
          return { added: added.length }
        },
        { exposeApi: true },
      ),

      remove_tag: action({ id: { type: 'int', default: 0 } }, (state: NewIssue, { id }) => {
        state.selected_tags = state.selected_tags.filter((tag) => tag.id !== id)
      }),

      submit: action(
        { title: { type: 'str', default: '' }, description: { type: 'str', default: '' } },
        (state: NewIssue, args, context) => {
          state.refused = 'title'
          const title = readTitle(args.title)
          state.refused = 'description'
          const description = readDescription(args.description)
          state.refused = null
          const tags = state.selected_tags
          const id = store.createIssue(
            title,
            description,
            tags.map((tag) => tag.id),
          )
          state.created = { id, title, tags }
          state.selected_tags = []
          state.created_count = Number(context.shelf.get(COUNT) ?? 0) + 1
          context.shelf.set(COUNT, state.created_count)
          context.resetForm()
          context.announce()
          return { id }
        },
      ),
    },
  }
}
