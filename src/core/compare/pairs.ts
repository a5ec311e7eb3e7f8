/** Finds for every group of the one log its counterpart in the other: the same thing, though something about it may have changed. */
import { isSame } from '../same.ts'
import { type Group, type GroupName, isAsked } from './group.ts'
import type { Gesture } from './trigger-words.ts'

export interface Pair {
  before: Group
  after: Group
}

export interface Pairing {
  pairs: Pair[]
  /** Groups that only one of the logs has. */
  gone: Group[]
  come: Group[]
}

type Alike = (before: Group, after: Group) => boolean

/** From the surest on. Beyond the first, two are a pair only where neither has another candidate. */
const STEPS: readonly Alike[] = [
  // The wire does not always say the view: a log that began late has not seen the mount.
  (a, b) => isSameAsk(a, b) && isSameTrigger(a, b) && (a.name.view === '' || b.name.view === ''),
  (a, b) => isSameAsk(a, b) && isSameView(a, b) && isSameElement(a, b),
  // A button that was restyled.
  (a, b) => isAsked(a.name) && isSameAsk(a, b) && isSameView(a, b) && !!a.name.trigger && !!b.name.trigger,
  (a, b) => isOtherKind(a, b) && a.name.name === b.name.name && isSameTrigger(a, b),
  (a, b) => isOtherKind(a, b) && a.name.name === b.name.name && isSameElement(a, b),
  (a, b) => isOtherKind(a, b) && a.name.name === b.name.name,
  (a, b) => isOtherKind(a, b) && !!a.name.trigger && isSameTrigger(a, b),
]

export function pairGroups(before: ReadonlyMap<string, Group>, after: ReadonlyMap<string, Group>): Pairing {
  const pairs: Pair[] = []
  for (const [key, group] of before) {
    const same = after.get(key)
    if (same) pairs.push({ before: group, after: same })
  }
  let gone = [...before].filter(([key]) => !after.has(key)).map(([, group]) => group)
  let come = [...after].filter(([key]) => !before.has(key)).map(([, group]) => group)
  for (const isAlike of STEPS) {
    const found = onlyPairs(gone, come, isAlike)
    pairs.push(...found)
    gone = gone.filter((group) => !found.some((pair) => pair.before === group))
    come = come.filter((group) => !found.some((pair) => pair.after === group))
  }
  return { pairs, gone, come }
}

function onlyPairs(gone: readonly Group[], come: readonly Group[], isAlike: Alike): Pair[] {
  const pairs: Pair[] = []
  for (const before of gone) {
    const [after, ...others] = come.filter((group) => isAlike(before, group))
    if (!after || others.length > 0) continue
    if (gone.filter((group) => isAlike(group, after)).length === 1) pairs.push({ before, after })
  }
  return pairs
}

/** What a finding calls them: as it is now, and as it was where that differs. */
export function namesOf({ before, after }: Pair): { group: GroupName; was?: GroupName } {
  return isSame(before.name, after.name) ? { group: after.name } : { group: after.name, was: before.name }
}

/** A server function became an event handler, or the other way round. */
export function isOtherKind(before: Group, after: Group): boolean {
  return isAsked(before.name) && isAsked(after.name) && before.name.kind !== after.name.kind
}

function isSameAsk({ name: a }: Group, { name: b }: Group): boolean {
  return a.kind === b.kind && a.name === b.name
}

function isSameView({ name: a }: Group, { name: b }: Group): boolean {
  return a.view === b.view
}

function isSameElement({ name: a }: Group, { name: b }: Group): boolean {
  return a.trigger?.element === b.trigger?.element
}

function isSameTrigger(a: Group, b: Group): boolean {
  return isSameElement(a, b) && eventOf(a.name.trigger) === eventOf(b.name.trigger)
}

function eventOf(trigger: Gesture | undefined): string | undefined {
  return trigger?.event
}
