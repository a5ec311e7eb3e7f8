/** Takes what a run measured into what is committed, where it may stand in for it. */
import { unfinished } from './drift.ts'
import { lineOf } from './releases.ts'
import type { Facts, Result } from './results.ts'
import { RUNS } from './runs.ts'

export interface Update {
  /** What shall be committed from now on. */
  facts: Facts[]
  /** What could not be taken in, and why. */
  refused: string[]
}

/** A wrong cell is never taken in; a newer release takes its line's place only when all of it was measured. */
export function update(committed: readonly Facts[], measured: readonly Result[]): Update {
  const refused = measured.flatMap(unfinished)
  let facts = [...committed]
  for (const result of measured) {
    if (unfinished(result).length > 0) continue
    const { release, browser } = result
    const old = facts.find((each) => each.release === release && each.browser === browser)
    const isFull = RUNS.every(({ name, transport }) => result.cells[name]?.[transport])
    if (!old && !isFull) {
      refused.push(`${release} ${browser} was not run in full: npm run test:djust -- --full --update`)
      continue
    }
    const isReplaced = (each: Facts) => each.browser === browser && lineOf(each) === lineOf(result)
    facts = [...facts.filter((each) => !isReplaced(each)), merge(old, result)]
  }
  return { facts, refused }
}

/** In the order of the zoo's list, without what is no longer in it. */
function merge(old: Facts | undefined, { release, browser, cells }: Result): Facts {
  const merged: Facts['cells'] = {}
  for (const { name, transport } of RUNS) {
    const says = cells[name]?.[transport]?.says ?? old?.cells[name]?.[transport]
    if (says !== undefined) merged[name] = { ...merged[name], [transport]: says }
  }
  return { release, browser, cells: merged }
}
