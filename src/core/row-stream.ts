/**
 * Folds facts as they go by and hands out each row once, for whoever must read more than a memory holds.
 *
 * A row is handed out as it stands once as many facts, or bytes, of its document have come after it as a page keeps for a panel
 * that opens late. By then nearly all is over; what is not is handed out as pending, and what comes for it later changes nothing.
 */
import type { Sighting } from '../protocol/envelope.ts'
import type { Body } from '../protocol/facts.ts'
import { createLedger, type Draft, type Ledger } from './correlate/ledger.ts'
import { take } from './correlate/take.ts'
import type { Exchange } from './exchange.ts'
import { exchangeOf } from './exchange-of.ts'

/** How far back a row may still change: facts, and UTF-16 code units of their payloads. */
const WINDOW = { facts: 10_000, size: 4_000_000 }
/** Rows are handed out so many facts, or code units, at a time. */
const STEP = { facts: 1000, size: 1_000_000 }

export interface RowStream {
  /** The rows that are over, in the order of their seq within a document. Facts come in the order of theirs, each once. */
  take(sighting: Sighting): Iterable<Exchange>
  /** All that is left. */
  end(): Iterable<Exchange>
}

interface Course {
  doc: string
  frame: number
  ledger: Ledger
  /** Of the last fact that was taken. */
  seq: number
  /** Code units taken so far. */
  size: number
  /** Where each step began: a row that was born before the first is over. */
  steps: { seq: number; facts: number; size: number }[]
}

export function createRowStream(): RowStream {
  const courses = new Map<string, Course>()
  return {
    take({ doc, frame, fact }) {
      const course = courses.get(doc) ?? begin(doc, frame)
      courses.set(doc, course)
      course.seq = fact.seq
      course.size += 'body' in fact ? sizeOf(fact.body) : 0
      take(course.ledger, fact)
      course.ledger.dirty.clear()
      return stepped(course) ? handOut(course) : []
    },
    *end() {
      for (const { doc, frame, ledger } of courses.values())
        for (const draft of ledger.drafts) yield exchangeOf(doc, frame, draft)
    },
  }
}

function begin(doc: string, frame: number): Course {
  const steps = [{ seq: 0, facts: 0, size: 0 }]
  return { doc, frame, ledger: createLedger(), seq: -1, size: 0, steps }
}

function sizeOf({ text }: Body): number {
  return text.length
}

/** Whether a step is over and another one begins. */
function stepped({ ledger, seq, size, steps }: Course): boolean {
  const last = steps.at(-1)
  const facts = ledger.taken
  if (last && facts - last.facts < STEP.facts && size - last.size < STEP.size) return false
  steps.push({ seq, facts, size })
  return true
}

function* handOut(course: Course): Generator<Exchange, undefined> {
  const { doc, frame, ledger, steps } = course
  const isPast = ({ facts, size }: (typeof steps)[number]) =>
    ledger.taken - facts > WINDOW.facts || course.size - size > WINDOW.size
  const past = steps.findLast(isPast)
  if (!past) return undefined
  course.steps = steps.filter((step) => step === past || !isPast(step))
  const over = new Set(ledger.drafts.filter(({ seq }) => seq <= past.seq))
  ledger.drafts = ledger.drafts.filter((draft) => !over.has(draft))
  forget(ledger, over)
  const inOrder = [...over].sort((a, b) => a.seq - b.seq)
  for (const draft of inOrder) yield exchangeOf(doc, frame, draft)
  return undefined
}

/** Whoever still waits stays known, so that a late answer is not taken for a push. */
function forget(ledger: Ledger, over: ReadonlySet<Draft>): void {
  const { calls, requests, dispatches, answers, connections, open } = ledger
  const isOver = (draft: Draft) => over.has(draft) && !open.has(draft)
  for (const drafts of [calls, requests, dispatches])
    for (const [id, draft] of drafts) if (isOver(draft)) drafts.delete(id)
  for (const [seq, { draft }] of answers) if (isOver(draft)) answers.delete(seq)
  for (const { byRef, async, uploads } of connections.values()) {
    for (const [ref, draft] of byRef) if (isOver(draft) && !async.has(draft)) byRef.delete(ref)
    for (const [id, { newest }] of uploads) if (isOver(newest)) uploads.delete(id)
  }
}
