/** Corrects p values for how many were looked at. */

export interface Weighed {
  p: number
  /** How much of the error that is allowed this one may use, against the others. */
  weight: number
}

/**
 * Each p as it counts once all are looked at together: that none of them is found by chance alone has at least the probability
 * 1 − α when those up to α are believed (Holm 1979, with weights). In the order given.
 */
export function adjusted(tests: readonly Weighed[]): number[] {
  const order = tests.map((_, index) => index).sort((i, j) => demand(tests[i]) - demand(tests[j]))
  let remaining = tests.reduce((sum, { weight }) => sum + weight, 0)
  let highest = 0
  const result = new Array<number>(tests.length).fill(1)
  for (const index of order) {
    highest = Math.min(1, Math.max(highest, demand(tests[index]) * remaining))
    result[index] = highest
    remaining -= tests[index]?.weight ?? 0
  }
  return result
}

function demand(test: Weighed | undefined): number {
  return test ? test.p / test.weight : 1
}
