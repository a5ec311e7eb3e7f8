/** The filter box: words that must all be found, or with `-` must not; and the chips of kinds. */
import type { Exchange, Kind } from './exchange.ts'

/** One condition. Later grammar (`kind:`, `is:`) adds members here and a case in `testOf`. */
type Term = { type: 'text'; text: string; negated: boolean }

export interface Query {
  terms: Term[]
  /** Only these kinds; undefined for all. */
  kinds?: ReadonlySet<Kind>
}

/** Words are separated by spaces; quotes keep one together: `add_tag -"late answer"`. */
export function parseQuery(text: string, kinds?: ReadonlySet<Kind>): Query {
  const terms: Term[] = []
  for (const [word] of text.matchAll(/-?"[^"]*"?|\S+/g)) {
    const negated = word.startsWith('-')
    const wanted = (negated ? word.slice(1) : word).replaceAll('"', '')
    // A lone minus is a word that is still being typed.
    if (wanted !== '') terms.push({ type: 'text', text: wanted, negated })
  }
  return { terms, ...(kinds ? { kinds } : {}) }
}

type Test = (row: Exchange) => boolean

/** Compiled once for all rows. */
export function matcher(query: Query): Test {
  const tests = query.terms.map(testOf)
  const { kinds } = query
  return (row) => (!kinds || kinds.has(row.kind)) && tests.every((test) => test(row))
}

export function filterRows(rows: readonly Exchange[], query: Query): readonly Exchange[] {
  return query.terms.length === 0 && !query.kinds ? rows : rows.filter(matcher(query))
}

function testOf(term: Term): Test {
  // A case-blind pattern reads the payloads where they are; lowering their case would copy every one of them.
  const pattern = new RegExp(term.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')
  return (row) => texts(row, (text) => pattern.test(text)) !== term.negated
}

function texts(row: Exchange, has: (text: string) => boolean): boolean {
  return (
    has(row.name) ||
    has(row.view) ||
    has(row.statusText) ||
    has(row.status) ||
    (row.trigger !== undefined && (has(row.trigger.element) || has(row.trigger.event))) ||
    (row.failure !== undefined && (has(row.failure.message) || has(row.failure.code ?? ''))) ||
    (row.request !== undefined && has(row.request.text)) ||
    row.answers.some((answer) => has(answer.text))
  )
}
