/** What an address of a lesson says: `/lesson/2?seed=7`. */

export const DEFAULT_SEED = 1

/** Undefined where it is no number. */
export function lessonIn(path: string): number | undefined {
  const digits = /^\/lesson\/(\d{1,4})\/?$/.exec(path)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** A whole number from 0 to 2³² - 1; without one the default, and undefined for what is none. */
export function seedIn(search: string): number | undefined {
  const seed = new URLSearchParams(search).get('seed')
  if (seed === null) return DEFAULT_SEED
  return /^\d{1,10}$/.test(seed) && Number(seed) < 2 ** 32 ? Number(seed) : undefined
}

/** With the seed that is in use, so that whoever goes on keeps it. */
export function addressOf(lesson: number, seed: number): string {
  return seed === DEFAULT_SEED ? `/lesson/${lesson}` : `/lesson/${lesson}?seed=${seed}`
}
