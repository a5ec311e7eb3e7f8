/** What a benchmark says: a figure, what it may be at most, and whether it is held. */

export interface Figure {
  what: string
  measured: number
  unit: string
  /** At most; absent where the design names none. */
  limit?: number
  /** How it was measured, or against what, in a few words. */
  how: string
}

/** What was not measured is not held. */
export function isHeld({ measured, limit }: Figure): boolean {
  return limit === undefined || measured <= limit
}

export function tellFigures(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => [
    figure.what,
    figure.limit === undefined ? '–' : `≤ ${said(figure.limit, figure.unit)}`,
    said(figure.measured, figure.unit),
    figure.limit === undefined ? '–' : isHeld(figure) ? 'held' : 'NOT HELD',
    figure.how,
  ])
  const table = [['what', 'limit', 'measured', '', 'how'], ...lines]
  const widths = table[0]?.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0))) ?? []
  return table
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function said(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`.trim()
}

/** The middle one; of an even number the greater of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The upper end of the 95 % interval of the mean, and half its width; infinite where there is too little to tell. */
export function upperEnd(values: readonly number[]): { upper: number; half: number } {
  const n = values.length
  const mean = values.reduce((sum, each) => sum + each, 0) / n
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1)
  const half = n < 5 ? Infinity : studentT95(n - 1) * Math.sqrt(variance / n)
  return { upper: mean + half, half }
}

/** Student's t for 95 %, two-sided, within 0.3 % from 4 degrees of freedom on (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5). */
export function studentT95(freedom: number): number {
  const z = 1.959964
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
