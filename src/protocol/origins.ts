/** Origins and match patterns: what may be watched, decided the same way by worker and popup. */
import type { Watch } from './switchboard.ts'

/** Whether the page of an origin can be watched, and if not, what stands in the way. `local` are the manifest's own host patterns. */
export async function watchOf(
  origin: string,
  local: readonly string[],
  holds: (pattern: string) => Promise<boolean>,
): Promise<Watch> {
  const pattern = patternOf(origin)
  if (!pattern) return { state: 'forbidden', origin }
  if (await holds(pattern)) return { state: 'watched', origin }
  return { state: isLocal(pattern, local) ? 'withheld' : 'unwatched', origin }
}

/** `http://a.example:8000` → `http://a.example/*`: match patterns know no ports. Nothing for origins that are no web pages. */
export function patternOf(origin: string): string | undefined {
  const url = URL.parse(origin)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  return `${url.protocol}//${url.hostname}/*`
}

function isLocal(pattern: string, local: readonly string[]): boolean {
  const { hostname } = new URL(pattern)
  return local.some((each) => {
    const host = each.slice(each.indexOf('://') + 3, -2)
    return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host
  })
}
