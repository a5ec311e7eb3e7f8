/** Does a log hold its contract? Each clause that does not names the row that breaks it, who asked, and what was wanted. */
import { gestureOf } from '../compare/group.ts'
import { type Gesture, gestureWords } from '../compare/trigger-words.ts'
import type { Exchange } from '../exchange.ts'
import { quote } from '../quote.ts'
import { askedWords } from './asked.ts'
import type { Clause, Contract, Origin } from './contract.ts'
import type { Breach, Expectation } from './expectation.ts'
import { EXPECTATIONS } from './expectations.ts'
import { subjectWords, testOf } from './subject.ts'

export interface Violation {
  /** Its index in the contract. */
  clause: number
  /** Of the expectation, as in `clauses[3].patches`. */
  path: string
  /** As it is written in the contract. */
  wanted: unknown
  saw: string
  /** The first row that breaks it, and the first thousand that do; ids. */
  row: string
  rows: string[]
  /** How many do. */
  count: number
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

/** A check under way: rows go by and are not kept. */
export interface Checking {
  /** Rows of one document come in the order of their seq, each once, as it stands in the end. */
  take(row: Exchange): void
  end(): Check
}

export function beginCheck(contract: Contract): Checking {
  const clauses = contract.clauses.map((clause, index) => ({
    isMeant: testOf(clause.of),
    judges: expectationsOf(clause).map((expectation) => ({
      judge: expectation.judge(clause.wants, contract),
      expectation,
    })),
    isSeen: false,
    clause,
    index,
  }))
  return {
    take(row) {
      for (const each of clauses) {
        if (!each.isMeant(row)) continue
        each.isSeen = true
        for (const { judge } of each.judges) judge.take(row)
      }
    },
    end() {
      const check: Check = { violations: [], undecided: [], unseen: [] }
      for (const { judges, isSeen, clause, index } of clauses) {
        if (!isSeen) check.unseen.push(index)
        for (const { judge, expectation } of judges) {
          const breach = judge.breach()
          if (!breach) continue
          const violation = violationOf(clause, index, expectation, breach)
          ;(breach.isUndecided ? check.undecided : check.violations).push(violation)
        }
      }
      return check
    },
  }
}

/** Rows as `rowsOf` gives them. */
export function checkContract(contract: Contract, rows: readonly Exchange[]): Check {
  const checking = beginCheck(contract)
  for (const row of byBirth(rows)) checking.take(row)
  return checking.end()
}

/** In time order over all documents, unless the clock of one ran backwards. */
function byBirth(rows: readonly Exchange[]): readonly Exchange[] {
  const documents = new Map<string, Exchange[]>()
  let isInOrder = true
  for (const row of rows) {
    const own = documents.get(row.doc) ?? []
    if ((own.at(-1)?.seq ?? -1) > row.seq) isInOrder = false
    own.push(row)
    documents.set(row.doc, own)
  }
  if (isInOrder) return rows
  return [...documents.values()].flatMap((own) => own.sort((a, b) => a.seq - b.seq))
}

/** Those that the clause has. */
export function expectationsOf({ wants }: Clause): Expectation[] {
  return EXPECTATIONS.filter(({ key }) => wants[key] !== undefined)
}

function violationOf(
  clause: Clause,
  index: number,
  { key, write }: Expectation,
  { first: row, ids, count, saw }: Breach,
): Violation {
  const wanted = write(clause.wants)
  const trigger = gestureOf(row)
  return {
    clause: index,
    path: `clauses[${index}].${key}`,
    wanted,
    saw,
    row: row.id,
    rows: ids,
    count,
    ...(trigger ? { trigger } : {}),
    ...(clause.from ? { from: clause.from } : {}),
    says: `${subjectWords(clause.of)}: ${key} must be ${wantedWords(wanted)}, but ${rowWords(row)} ${saw}${othersWords(count)}.`,
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

function othersWords(count: number): string {
  return count > 1 ? `, and ${count - 1} more row${count > 2 ? 's' : ''}` : ''
}
