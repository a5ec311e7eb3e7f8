/** Which variables of the view changed: by the frame before it that told them, or else by what djust itself says. */
import type { Exchange } from '../exchange.ts'
import { formatMany } from '../numbers.ts'
import { type Debug, debugOf } from './debug-of.ts'
import type { ChangedVariable, Step } from './step.ts'

const NOT_TOLD: Step = {
  step: 'variables',
  standing: 'not observed',
  says: 'Which variables changed is not observed: the answer carries no _debug, which djust sends while DEBUG is on.',
}

export function changedVariables(rows: readonly Exchange[], row: Exchange): Step {
  const now = debugOf(row)
  if (!now) return NOT_TOLD
  const before = debugBefore(rows, row, now.view)
  if (!before) return byItself(now)
  const variables = differences(before, now)
  return {
    step: 'variables',
    standing: 'observed',
    says: variables.length === 0 ? 'No variable of the view changed.' : `${count(variables.length)} changed.`,
    evidence: `Compared with the frame before it that told them (${now.view}); djust tells the first 100 characters of each.`,
    variables,
    shown: { tab: 'response' },
  }
}

/** Nothing to compare with: the frame that mounts a view tells no variables. */
function byItself({ state, changed, view }: Debug): Step {
  if (!changed)
    return {
      step: 'variables',
      standing: 'not observed',
      says: 'This is the first frame that tells variables, so which of them changed is not observed.',
      shown: { tab: 'response' },
    }
  const variables = changed.map((name) => variable(name, undefined, state.get(name)))
  return {
    step: 'variables',
    standing: 'observed',
    says: variables.length === 0 ? 'No variable of the view changed.' : `${count(variables.length)} changed.`,
    evidence: `The frame says so itself (changed_fields of ${view}); what they were before was not told.`,
    variables,
    shown: { tab: 'response' },
  }
}

const count = (many: number) => formatMany(many, 'variable of the view', 'variables of the view')

/** How many rows back it is looked for: each may have to be read. */
const FAR = 1000

/** Of the same view in the same document, and answered before; the newest of them. */
function debugBefore(
  rows: readonly Exchange[],
  { doc, id, answered }: Exchange,
  view: string,
): Debug | undefined {
  const until = answered?.seq ?? -1
  const seqOf = (row: Exchange) => row.answered?.seq ?? Number.POSITIVE_INFINITY
  const before = rows
    .filter((row) => row.doc === doc && row.id !== id && seqOf(row) < until)
    .sort((a, b) => seqOf(b) - seqOf(a))
  for (const row of before.slice(0, FAR)) {
    const debug = debugOf(row)
    if (debug?.view === view) return debug
  }
  return undefined
}

function differences({ state: before }: Debug, { state: now }: Debug): ChangedVariable[] {
  const names = new Set([...before.keys(), ...now.keys()])
  return [...names]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => variable(name, before.get(name), now.get(name)))
}

function variable(name: string, from: string | undefined, to: string | undefined): ChangedVariable {
  return { name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
