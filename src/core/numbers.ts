/** Numbers as the Network panel writes them. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** ms → `0.4 ms`, `12 ms`, `1.20 s`, `2.0 min`, `2.0 h`, `2.0 d`; `–` for no number, as infinities leave behind. */
export function formatMs(ms: number): string {
  if (ms < 1 && ms > 0) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(2)} s`
  if (ms < HOUR) return `${(ms / 60_000).toFixed(1)} min`
  if (ms < DAY) return `${(ms / HOUR).toFixed(1)} h`
  if (Number.isNaN(ms)) return '–'
  const days = ms / DAY
  return `${days < 1e6 ? days.toFixed(1) : days.toExponential(1)} d`
}

/** ms → `11.4 ms` where a tenth of a millisecond tells something. */
export function formatPreciseMs(ms: number): string {
  return ms < 100 ? `${ms.toFixed(1)} ms` : formatMs(ms)
}

/** bytes → `312 B`, `3.1 kB`, `104 kB`, `10.0 MB`; a kB is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const kilo = bytes / 1000
  if (kilo < 999.5) return `${kilo < 99.95 ? kilo.toFixed(1) : Math.round(kilo)} kB`
  const mega = kilo / 1000
  return `${mega < 99.95 ? mega.toFixed(1) : Math.round(mega)} MB`
}

/** Nearly all counts are small, and the fold writes many of them: those are spared the long way. */
export function formatCount(count: number): string {
  if (Number.isInteger(count) && Math.abs(count) < 1000) return String(count)
  return count.toLocaleString('en-US')
}

/** `1 patch`, `2,000 patches`. */
export function formatMany(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** `never`, `once`, `3 times`. */
export function formatTimes(count: number): string {
  if (count === 0) return 'never'
  return count === 1 ? 'once' : `${formatCount(count)} times`
}
