/** What texts and attributes were before an exchange patched them, as far as the log has it from the server. */
import type { Exchange } from '../../core/exchange.ts'
import { isRecord } from '../../core/is-record.ts'
import { frameOf, patchesIn } from '../../core/sent-patches.ts'
import type { Body } from '../../protocol/facts.ts'
import { attributesIn, changeOf, isPath, type PatchChange, subjectOf } from './patch-change.ts'
import { valueIn } from './rendered-html.ts'

export interface PatchHistory {
  /** Undefined when the log does not know; null for an attribute that was not there. */
  before(change: PatchChange): string | null | undefined
}

/** One answer: what it left behind. */
interface Step {
  values: Map<string, string | null>
  /** What it set more than once: nobody can say which of them a later patch in it replaced. */
  repeated: Set<string>
  /** Attributes of the elements it brought, by `dj-id`. */
  elements: Map<string, Record<string, unknown>>
  /** Paths of what it changed the children of: below them a path from before it means another node. */
  stirred: readonly (readonly number[])[]
  /** It rendered the whole view. */
  html?: string
}

/** Exchanges that are looked back through; further back it would be too long ago to matter. */
const FURTHEST = 300
const RENDERS = new Set(['mount', 'html_update', 'html_recovery'])

/** `rows` are those of the whole log. */
export function createPatchHistory(rows: readonly Exchange[], row: Exchange): PatchHistory {
  const earlier = row.answers.length === 1 ? earlierSteps(rows, row) : []
  const own = row.answers[0] && stepOf(row.answers[0])
  return {
    before(change) {
      const subject = subjectOf(change)
      if (!own || isStirred(own, change) || own.repeated.has(subject)) return undefined
      for (const step of earlier) {
        if (!step) return undefined
        const value = step.values.get(subject) ?? (step.values.has(subject) ? null : broughtBy(step, change))
        if (value !== undefined) return value
        if (step.html !== undefined) return valueIn(step.html, change)
        if (isStirred(step, change)) return undefined
      }
      return undefined
    },
  }
}

function broughtBy({ elements }: Step, { on, attribute }: PatchChange): string | null | undefined {
  const attributes = 'id' in on && attribute !== undefined ? elements.get(on.id) : undefined
  if (!attributes || attribute === undefined) return undefined
  const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : null
  return typeof value === 'string' || value === null ? value : undefined
}

/** Newest first; undefined where nobody can say what the page looked like. */
function earlierSteps(rows: readonly Exchange[], row: Exchange): (Step | undefined)[] {
  const at = row.answered?.seq ?? 0
  const done = rows
    .map((each) => ({ ...each, end: (each.answered ?? each.renders?.at(-1))?.seq ?? Infinity }))
    .filter(({ doc, end }) => doc === row.doc && end < at)
    .sort((a, b) => b.end - a.end)
  const steps: (Step | undefined)[] = []
  for (const { view, answers, verdict } of done.slice(0, FURTHEST)) {
    if (view !== row.view && view !== '') continue
    if (verdict.render === 'dropped' || verdict.render === 'none') continue
    const [answer] = answers
    // What the client did by itself, and patches to nobody knows which view or in which order, may have set anything.
    const isKnown = answers.length === 1 && view === row.view && !answer?.cut
    const step = isKnown && answer ? stepOf(answer) : undefined
    steps.push(step)
    if (!step || step.html !== undefined) break
  }
  return steps
}

function stepOf(answer: Body): Step | undefined {
  const frame = frameOf(answer)
  if (!frame) return undefined
  const { type, html } = frame
  const stirred: (readonly number[])[] = []
  const step: Step = { values: new Map(), repeated: new Set(), elements: new Map(), stirred }
  if (typeof html === 'string') return RENDERS.has(String(type)) ? { ...step, html } : undefined
  for (const sent of patchesIn(frame)) {
    const { patch, depth } = sent
    const change = changeOf(sent)
    const subject = change && subjectOf(change)
    if (change && subject !== undefined) {
      if (step.values.has(subject)) step.repeated.add(subject)
      step.values.set(subject, change.to)
    }
    // Without a path it may be anywhere; what lies inside another patch stirs no more than that.
    else if (depth === 0) stirred.push(isRecord(patch) && isPath(patch['path']) ? patch['path'] : [])
    if (isRecord(patch))
      for (const [id, attributes] of attributesIn(patch['node'])) step.elements.set(id, attributes)
  }
  return step
}

/** An id stays with its element wherever that goes. */
function isStirred({ stirred }: Step, { on }: PatchChange): boolean {
  return 'path' in on && stirred.some((path) => path.every((step, index) => on.path[index] === step))
}
