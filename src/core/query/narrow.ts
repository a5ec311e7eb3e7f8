/** The text of the filter that lets through, of what passed it, only one kind, name and view. */
import type { Exchange } from '../exchange.ts'
import { quoted, tokenize } from './tokens.ts'

/** What is asked for already stays. A `*` in a name is read as anything, and case as no difference, as everywhere in the filter. */
export function narrow(text: string, { kind, name, view }: Pick<Exchange, 'kind' | 'name' | 'view'>): string {
  const terms = `kind:${kind} name:${quoted(name)} view:${quoted(view)}`
  const before = closed(text).trim()
  if (before === '') return terms
  return before.includes(terms) ? before : `${before} ${terms}`
}

/** A quote that was not closed asks for nothing yet, and would take in what follows. */
function closed(text: string): string {
  const last = tokenize(text).at(-1)
  return last && last.form !== 'regex' && last.value.isOpen ? text.slice(0, last.place.from) : text
}
