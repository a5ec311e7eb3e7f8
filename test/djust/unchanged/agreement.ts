/** What two drives with nobody watching agree on, and what a third says where they do not. */
import { compare } from './compare.ts'
import type { Testimony } from './witness.ts'

export interface Agreement {
  /** Of each entry a testimony that another drive bears out. */
  agreed: Testimony[]
  /** What no two of three drives agree on. */
  differences: string[]
  /** What one of three drives saw alone: the machine did that, for nobody was watching. */
  alone: string[]
}

/** `driveAgain` drives those entries alone; it is asked only where the two differ. */
export async function agreementOf(
  first: readonly Testimony[],
  second: readonly Testimony[],
  driveAgain: (entries: readonly string[]) => Promise<Testimony[]>,
  met: Map<string, number> = new Map(),
): Promise<Agreement> {
  const entries = [...new Set([...first, ...second].map(({ entry }) => entry))]
  const between = (one: readonly Testimony[], other: readonly Testimony[], entry: string) =>
    compare(one.filter(isOf(entry)), other.filter(isOf(entry)), met)
  const disputed = entries.filter((entry) => between(first, second, entry).length > 0)
  const third = disputed.length > 0 ? await driveAgain(disputed) : []
  const agreement: Agreement = { agreed: [], differences: [], alone: [] }
  for (const entry of entries) {
    const said = between(first, second, entry)
    const borneOut = disputed.includes(entry)
      ? [first, second].find((drive) => between(third, drive, entry).length === 0)
      : first
    if (borneOut) agreement.agreed.push(...borneOut.filter(isOf(entry)))
    ;(borneOut ? agreement.alone : agreement.differences).push(...said)
  }
  return agreement
}

const isOf = (name: string) => (testimony: Testimony) => testimony.entry === name
