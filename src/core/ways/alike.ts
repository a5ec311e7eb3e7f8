/** When two amounts are called about the same: within a tenth. */

export function areAlike(a: number, b: number): boolean {
  return Math.max(a, b) < 1.1 * Math.min(a, b)
}
