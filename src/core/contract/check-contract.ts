/** Does a log hold its contract? Each clause that does not names the row that breaks it, who asked, and what was wanted. */
import { gestureOf } from '../compare/group.ts'
import { type Gesture, gestureWords } from '../compare/trigger-words.ts'
import type { Exchange } from '../exchange.ts'
import { quote } from '../quote.ts'
import { askedWords } from './asked.ts'
import type { Clause, Contract, Origin } from './contract.ts'
import type { Breach, Expectation } from './expectation.ts'
import { EXPECTATIONS } from './expectations.ts'
import { select, subjectWords } from './subject.ts'

export interface Violation {
  /** Its index in the contract. */
  clause: number
  /** Of the expectation, as in `clauses[3].patches`. */
  path: string
  /** As it is written in the contract. */
  wanted: unknown
  saw: string
  /** The first row that breaks it, and all that do; ids. */
  row: string
  rows: string[]
  trigger?: Gesture
  from?: Origin
  /** One sentence. */
  says: string
}

export interface Check {
  /** The contract is broken when there is one. */
  violations: Violation[]
  /** Too few rows to be sure. */
  undecided: Violation[]
  /** The indexes of clauses that no row speaks of: neither kept nor broken. */
  unseen: number[]
}

/** Rows as `rowsOf` gives them. */
export function checkContract(contract: Contract, rows: readonly Exchange[]): Check {
  const check: Check = { violations: [], undecided: [], unseen: [] }
  contract.clauses.forEach((clause, index) => {
    const selected = select(rows, clause.of)
    if (selected.length === 0) check.unseen.push(index)
    for (const expectation of expectationsOf(clause)) {
      const breach = expectation.check(clause.wants, { rows: selected, contract })
      if (!breach) continue
      const violation = violationOf(clause, index, expectation, breach)
      if (violation) (breach.isUndecided ? check.undecided : check.violations).push(violation)
    }
  })
  return check
}

/** Those that the clause has. */
export function expectationsOf({ wants }: Clause): Expectation[] {
  return EXPECTATIONS.filter(({ key }) => wants[key] !== undefined)
}

function violationOf(
  clause: Clause,
  index: number,
  { key, write }: Expectation,
  { rows, saw }: Breach,
): Violation | undefined {
  const [row] = rows
  if (!row) return undefined
  const wanted = write(clause.wants)
  const trigger = gestureOf(row)
  return {
    clause: index,
    path: `clauses[${index}].${key}`,
    wanted,
    saw,
    row: row.id,
    rows: rows.map(({ id }) => id),
    ...(trigger ? { trigger } : {}),
    ...(clause.from ? { from: clause.from } : {}),
    says: `${subjectWords(clause.of)}: ${key} must be ${wantedWords(wanted)}, but ${rowWords(row)} ${saw}${othersWords(rows)}.`,
  }
}

function wantedWords(wanted: unknown): string {
  const words = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)]
  return words.length === 0 ? 'nothing' : words.map(quote).join(' or ')
}

function rowWords(row: Exchange): string {
  const trigger = gestureOf(row)
  const who = trigger ? ` (${quote(gestureWords(trigger))})` : ''
  return `${quote(askedWords(row))}${who}`
}

function othersWords({ length }: readonly Exchange[]): string {
  return length > 1 ? `, and ${length - 1} more row${length > 2 ? 's' : ''}` : ''
}
