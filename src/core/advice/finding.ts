/** What advice is: a rule, the rows that prove it, how sure it is, and the change to make. Types only. */
import type { AdviceId } from '../../protocol/advice-ids.ts'
import type { Exchange } from '../exchange.ts'

export interface Finding {
  rule: AdviceId
  /** What it is about: the handler, function or view by name, as the rows call it. With `rule` it names the finding for good. */
  subject: string
  /** One sentence of what was measured, with names and numbers. */
  says: string
  /** Ids of the exchanges that prove it, oldest first. Never empty. */
  rows: readonly string[]
  certainty: 'sure' | 'likely'
  /** Why it is that sure, and what would refute it. */
  because: string
  /** The change to make, for the names at hand; a part that does not change is absent. */
  fix: { says: string; python?: string; js?: string; html?: string }
}

/** One rule; it sees all rows of one document in their order and costs as much as they are many. */
export interface AdviceRule {
  id: AdviceId
  /** A headline of few words. */
  title: string
  find(rows: readonly Exchange[]): Finding[]
}
