/** The normal distribution and the logarithm of factorials: what the tests of this folder are built from. */

/**
 * The upper tail of the standard normal distribution, to a relative error of about 1e-7: the Chebyshev fit of erfc in Press et al.,
 * Numerical Recipes, section 6.2.
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const fit = FIT.reduceRight((sum, coefficient) => coefficient + t * sum, 0)
  const erfc = t * Math.exp(-x * x + fit)
  return z >= 0 ? erfc / 2 : 1 - erfc / 2
}

const FIT = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]

/** The z above which lies that much of the distribution, for 0 < tail <= 0.5. */
export function zOfTail(tail: number): number {
  let low = 0
  let high = 40
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (upperTail(middle) > tail) low = middle
    else high = middle
  }
  return high
}

const factorials = [0, 0]

/** ln n!, from a table that grows with what is asked. */
export function logFactorial(n: number): number {
  for (let next = factorials.length; next <= n; next++)
    factorials.push((factorials[next - 1] ?? 0) + Math.log(next))
  return factorials[n] ?? 0
}

export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** P(X >= k) of n trials that succeed with chance p, 0 < p < 1. */
export function binomialTail(n: number, p: number, k: number): number {
  let sum = 0
  for (let i = Math.max(0, k); i <= n; i++)
    sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p))
  return Math.min(1, sum)
}
