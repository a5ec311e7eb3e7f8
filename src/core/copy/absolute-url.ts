/** Makes an address absolute; instruments report absolute ones, and recordings made elsewhere may not. */

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i

/** `page` is the document's own address. What cannot be told apart from a path is taken for one. */
export function absoluteUrl(url: string, page: string): string {
  if (ABSOLUTE.test(url)) return url
  const origin = ORIGIN.exec(page)?.[0] ?? ''
  return url.startsWith('/') ? origin + url : `${origin}/${url}`
}

/** Path and query, without origin and fragment: `/a/?b`. */
export function pathOf(url: string): string {
  const path = url.replace(ORIGIN, '').split('#', 1)[0] ?? ''
  return path.startsWith('/') ? path : `/${path}`
}
