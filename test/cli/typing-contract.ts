/** A contract about typing, and a page that breaks it. */
import { typing } from '../core/compare-session.ts'
import { page } from '../language/page.ts'

export const CONTRACT = `version: 1
clauses:
  # Typing must never re-render: the caret would move.
  - trigger: "typing in #tag-input"
    only: call search_tags
    render: none
  - exchange: dispatch save
    errors: none
`
/** The server function has become an event handler. */
export const mishap = () =>
  page('new')
    .live()
    .dispatches('search_tags', { ...typing, certainty: 'runtime' })
    .event('search_tags', 1)
    .patch(7, { ref: 1 })
