/** Token buckets: how often something may happen, told the time by whoever asks. */

export interface RateLimit {
  /** Tokens given back per second. */
  rate: number
  /** Tokens a bucket holds when full. */
  burst: number
}

interface Bucket {
  tokens: number
  /** ms. */
  at: number
}

export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>()

  /**
   * Takes a token for `key`; false when there is none.
   * @param now ms on a clock that never goes back
   */
  take(key: string, limit: RateLimit, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? { tokens: limit.burst, at: now }
    const tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.rate)
    const allowed = tokens >= 1
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now })
    return allowed
  }
}
