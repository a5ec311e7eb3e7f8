/** Reads the text of the filter. What it cannot read is a problem with a place, and is looked for as text. */
import { findKey } from './find-key.ts'
import type { Problem, Query, Term } from './query.ts'
import { readToken } from './read-token.ts'
import { type Token, tokenize } from './tokens.ts'

/** Never throws. What is still being typed (a lone minus, an open quote, a key without its value) asks for nothing yet. */
export function parseQuery(text: string): Query {
  const terms: Term[] = []
  const problems: Problem[] = []
  for (const token of tokenize(text)) {
    if (isUnfinished(token)) continue
    const { test, reads, sought, problem } = readToken(token, text)
    if (problem) problems.push(problem)
    const { from, to } = token.place
    const term: Term = { from, to, reads, typed: text.slice(from, to), test }
    if (token.negated) term.test = (row) => !test(row)
    else if (sought !== undefined) term.sought = sought
    terms.push(term)
  }
  return { terms, problems }
}

function isUnfinished(token: Token): boolean {
  if (token.form === 'regex') return false
  const { value } = token
  if (value.isOpen) return true
  if (token.form === 'text') return value.text === ''
  if (value.text !== '' || value.isQuoted) return false
  const found = findKey(token.key.text)
  return found !== undefined && !('path' in found && found.path === '')
}
