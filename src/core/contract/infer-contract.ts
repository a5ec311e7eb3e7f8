/** A log becomes a short contract that it holds: what each trigger asks, how every exchange behaves, what never happens. */
import { eventOf, gestureOf } from '../compare/group.ts'
import type { Gesture } from '../compare/trigger-words.ts'
import type { Exchange } from '../exchange.ts'
import { isSame } from '../same.ts'
import {
  type Clause,
  CONTRACT_VERSION,
  type Contract,
  type Origin,
  type Subject,
  type Wants,
} from './contract.ts'
import { count } from './count.ts'
import { errors } from './errors.ts'
import type { Expectation } from './expectation.ts'
import { nodes } from './nodes.ts'
import { only } from './only.ts'
import { p95 } from './p95.ts'
import { patches } from './patches.ts'
import { pushes } from './pushes.ts'
import { render } from './render.ts'
import { select } from './subject.ts'
import { transport } from './transport.ts'

/** Of the rows that a clause came from so many are named. */
const MOST_ROWS = 3

const BEHAVIOUR: readonly Expectation[] = [count, render, patches, nodes, p95, transport]

/** Rows as `rowsOf` gives them. Numbers leave headroom, each by its own rule; behaviour leaves none. */
export function inferContract(rows: readonly Exchange[], recording?: string): Contract {
  const asked = rows.filter(({ kind }) => kind !== 'system' && kind !== 'push')
  const isFine = errors.infer(rows).errors !== undefined
  const behaviour = isFine ? BEHAVIOUR : [...BEHAVIOUR, errors]
  const clauses: Clause[] = []
  const add = (of: Subject, own: readonly Exchange[], expectations: readonly Expectation[]) => {
    const wants: Wants = Object.assign({}, ...expectations.map(({ infer }) => infer(own)))
    if (Object.keys(wants).length > 0) clauses.push({ of, wants, from: originOf(own, recording) })
  }
  const exchanges = exchangesOf(asked).map((of) => ({ of, own: select(rows, of) }))
  const told = new Set<unknown>()
  for (const trigger of triggersOf(asked)) {
    const own = select(rows, { trigger })
    // What one trigger asks, and nobody else does, is one clause.
    const same = exchanges.find((exchange) => isSame(exchange.own, own))
    if (same) told.add(same)
    add({ trigger }, own, same ? [only, ...behaviour] : [only])
  }
  for (const exchange of exchanges) if (!told.has(exchange)) add(exchange.of, exchange.own, behaviour)
  if (rows.length > 0) add({}, rows, isFine ? [errors, pushes] : [pushes])
  return { version: CONTRACT_VERSION, clauses }
}

export function originOf(rows: readonly Exchange[], recording: string | undefined): Origin {
  const ids = rows.slice(0, MOST_ROWS).map(({ id }) => id)
  return { ...(recording === undefined ? {} : { recording }), rows: ids }
}

function triggersOf(rows: readonly Exchange[]): Gesture[] {
  const elements = new Map<string, Gesture>()
  const triggers = new Map<string, Gesture>()
  for (const row of rows) {
    const key = row.trigger && JSON.stringify([row.trigger.element, eventOf(row.trigger)])
    const trigger = key === undefined ? undefined : (elements.get(key) ?? gestureOf(row))
    if (key === undefined || !trigger) continue
    elements.set(key, trigger)
    triggers.set(JSON.stringify(trigger), trigger)
  }
  return [...triggers.values()]
}

/** The view is named only where two views have an exchange of that name. */
function exchangesOf(rows: readonly Exchange[]): Subject[] {
  const views = new Map<string, Map<string, Subject>>()
  for (const { kind, name, view } of rows) {
    const key = `${kind} ${name}`
    const known = views.get(key) ?? new Map<string, Subject>()
    known.set(view, { exchange: { kind, name }, view })
    views.set(key, known)
  }
  return [...views.values()].flatMap((known) =>
    known.size > 1 ? [...known.values()] : [...known.values()].map(({ view: _, ...of }) => of),
  )
}
