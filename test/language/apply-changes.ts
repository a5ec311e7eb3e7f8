/** Makes the second value of the first and the list of their differences, by the list's own words. */
import type { PlacedChange } from '../../src/core/json-diff/changes-of.ts'
import type { Step } from '../../src/core/json-diff/difference.ts'

export function applyChanges(from: unknown, changes: readonly PlacedChange[]): unknown {
  const whole = changes.find(({ path }) => path.length === 0)?.change
  if (whole && 'to' in whole && whole.type !== 'moved') return whole.to
  const here = changes.flatMap(({ path: [step, ...rest], change }) =>
    rest.length === 0 && step !== undefined ? [{ ...change, step }] : [],
  )
  const inside = new Map<Step, PlacedChange[]>()
  for (const { path, change } of changes) {
    const [step, ...rest] = path
    if (step !== undefined && rest.length > 0)
      inside.set(step, [...(inside.get(step) ?? []), { path: rest, change }])
  }
  if (here.length === 0 && inside.size === 0) return from
  const steps = Array.isArray(from) ? itemsOf(from, here) : membersOf(from as object, here)
  for (const change of here) if ('to' in change && change.type !== 'moved') steps.set(change.step, change.to)
  for (const [step, nested] of inside) steps.set(step, applyChanges(steps.get(step), nested))
  if (!Array.isArray(from)) return Object.fromEntries(steps)
  return Array.from({ length: steps.size }, (_, place) => steps.get(place))
}

type Here = PlacedChange['change'] & { step: Step }

/** What is neither removed nor moved keeps its order, and fills the places that nothing else takes. */
function itemsOf(from: readonly unknown[], here: readonly Here[]): Map<Step, unknown> {
  const steps = new Map<Step, unknown>()
  const gone = new Set<Step>()
  for (const change of here) {
    if (change.type === 'removed') gone.add(change.step)
    if (change.type === 'added') steps.set(change.step, change.to)
    if (change.type !== 'moved') continue
    gone.add(change.was)
    steps.set(change.step, from[change.was])
  }
  const rest = from.filter((_, place) => !gone.has(place))
  for (let place = 0; rest.length > 0; place++) if (!steps.has(place)) steps.set(place, rest.shift())
  return steps
}

function membersOf(from: object, here: readonly Here[]): Map<Step, unknown> {
  const steps = new Map<Step, unknown>(Object.entries(from))
  for (const change of here) if (change.type === 'removed') steps.delete(change.step)
  return steps
}
