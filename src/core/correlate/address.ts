/** Takes the names of a call or an API handler from its address, which is the only place that has them. */

/** `…/<view>/<name>/` at the end of the path; both empty when the address has no two segments. */
export function endpointOf(url: string): { view: string; name: string } {
  const segments = pathOf(url).split('/').filter(Boolean)
  return { view: decoded(segments.at(-2) ?? ''), name: decoded(segments.at(-1) ?? '') }
}

/** A value from the query string, or undefined. */
export function queryValue(url: string, key: string): string | undefined {
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? ''
  for (const pair of query.split('&')) {
    const [name, ...rest] = pair.split('=')
    if (decoded(name ?? '') === key) return decoded(rest.join('=').replaceAll('+', ' '))
  }
  return undefined
}

function pathOf(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
}

/** A stray percent sign must not cost the row its name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
