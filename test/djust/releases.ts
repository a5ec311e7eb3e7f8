/** Orders djust's releases and says which minor line one belongs to. */

/** For example 1.2 of 1.2.6. */
export function lineOf({ release }: { release: string }): string {
  return release.split('.').slice(0, 2).join('.')
}

/** Newest first. */
export function byRelease(a: { release: string }, b: { release: string }): number {
  return b.release.localeCompare(a.release, 'en', { numeric: true })
}
