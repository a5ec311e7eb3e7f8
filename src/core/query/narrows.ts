/** Whether a filter finds nothing that another one does not: then only what that one found need be asked again. */
import type { Query, Term } from './query.ts'
import { LONGEST_PATTERN } from './texts.ts'

/** True where it is certain; as when a person types on, or adds a condition. */
export function narrows(after: Query, before: Query): boolean {
  return before.terms.every((old) => after.terms.some((term) => implies(term, old)))
}

/** What has a text has every part of it. Longer texts are compared in another way, of which that is not certain. */
function implies(term: Term, old: Term): boolean {
  if (term.typed === old.typed) return true
  const { sought } = term
  return (
    sought !== undefined &&
    old.sought !== undefined &&
    sought.length <= LONGEST_PATTERN &&
    sought.includes(old.sought)
  )
}
