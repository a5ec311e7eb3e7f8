/** The rules of the advice, one file each, and what they find in a log. */
import type { Exchange } from '../exchange.ts'
import type { AdviceRule, Finding } from './finding.ts'

export const RULES: readonly AdviceRule[] = []

/** `rows` may be of many documents, in any order of theirs. Findings come in the order of `ADVICE_IDS`. */
export function advise(rows: readonly Exchange[]): Finding[] {
  const documents = new Map<string, Exchange[]>()
  for (const row of rows) {
    const known = documents.get(row.doc)
    if (known) known.push(row)
    else documents.set(row.doc, [row])
  }
  return RULES.flatMap((rule) => [...documents.values()].flatMap((document) => rule.find(document)))
}
