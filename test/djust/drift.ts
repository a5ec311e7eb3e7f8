/** Holds what a run measured against what is committed: every cell the same, none empty, none wrong. */

import type { NotAvailable } from '../../scripts/steps.ts'
import { lineOf } from './releases.ts'
import type { Facts, Result } from './results.ts'
import { RUNS } from './runs.ts'

export interface Findings {
  /** What fails the build, a sentence each. */
  troubles: string[]
  /** What a reader should know and that is no fault. */
  notes: string[]
}

/** Of how many minor lines at least one release must have run. */
const LEAST_LINES = 2

const UPDATE = 'Look whether the new telling is true; then `npm run test:djust -- --full --update`.'

export function findDrift(
  measured: readonly Result[],
  committed: readonly Facts[],
  notAvailable: readonly NotAvailable[],
): Findings {
  const notes = notAvailable.map(({ asked, says }) => `djust ${asked} is not available here: ${says}`)
  const troubles = [...tooFew(measured), ...measured.flatMap(unfinished), ...committed.flatMap(empty)]
  troubles.push(...halves(committed))
  for (const result of measured) {
    const { release, browser } = result
    const same = committed.filter((facts) => facts.browser === browser && lineOf(facts) === lineOf(result))
    const facts = same.find((each) => each.release === release) ?? same[0]
    if (!facts) {
      troubles.push(`djust ${release} in ${browser} is not in the table. ${UPDATE}`)
      continue
    }
    if (facts.release !== release)
      notes.push(`djust ${release} is held against what is committed of ${facts.release} (${browser}).`)
    troubles.push(...differences(result, facts))
  }
  return { troubles, notes }
}

/** Cells that are wrong, and those that a run was to measure and has not. */
export function unfinished({ release, browser, cells, wanted }: Result): string[] {
  return wanted.flatMap(([entry, transport]) => {
    const cell = cells[entry]?.[transport]
    const at = `${release} ${browser} ${transport} ${entry}`
    if (!cell) return [`${at}: no result`]
    return cell.wrong ? [`${at}: ${cell.wrong.join('; ')}`] : []
  })
}

function tooFew(measured: readonly Result[]): string[] {
  const lines = new Set(measured.map(lineOf))
  if (lines.size >= LEAST_LINES) return []
  return [
    `At least ${LEAST_LINES} minor lines of djust must run; it was ${[...lines].join(', ') || 'none'} only.`,
  ]
}

function empty({ release, browser, cells }: Facts): string[] {
  return RUNS.filter(({ name, transport }) => !cells[name]?.[transport]).map(
    ({ name, transport }) => `${release} ${browser} ${transport} ${name}: the cell is empty. ${UPDATE}`,
  )
}

/** A release that is committed of one browser only leaves half its columns empty. */
function halves(committed: readonly Facts[]): string[] {
  const browsers = ['chromium', 'firefox'] as const
  const releases = [...new Set(committed.map(({ release }) => release))]
  return releases.flatMap((release) =>
    browsers
      .filter((browser) => !committed.some((each) => each.release === release && each.browser === browser))
      .map((browser) => `${release} ${browser}: all cells are empty. ${UPDATE}`),
  )
}

function differences(result: Result, facts: Facts): string[] {
  return result.wanted.flatMap(([entry, transport]) => {
    const now = result.cells[entry]?.[transport]
    const before = facts.cells[entry]?.[transport]
    if (!now || now.wrong || before === undefined || now.says === before) return []
    const at = `${result.release} ${result.browser} ${transport} ${entry}`
    return [`${at}: says “${now.says}”, committed is “${before}”. ${UPDATE}`]
  })
}
