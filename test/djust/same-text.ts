/** Whether the log holds what went over the wire: identical, but for what stands in place of a secret. */

const PLACEHOLDER = /‹\w+#\d+›/
/** A token or a password; nothing of the zoo's that is secret has a structure, and no body is one as a whole. */
const SECRET = /^[^\s{}[\]"<>]+$/

export function isSameText(wire: string | undefined, seen: string | undefined): boolean {
  if (wire === seen) return true
  if (wire === undefined || seen === undefined || !PLACEHOLDER.test(seen)) return false
  if (seen.replace(PLACEHOLDER, '') === '') return false
  const [sent, kept] = [parse(wire), parse(seen)]
  // JSON in which something was replaced is written anew, without its spaces.
  return sent !== undefined && kept !== undefined
    ? isSameValue(sent, kept)
    : isSameButPlaceholders(wire, seen)
}

function isSameValue(wire: unknown, seen: unknown): boolean {
  if (typeof seen === 'string' && PLACEHOLDER.test(seen))
    return isSameButPlaceholders(typeof wire === 'string' ? wire : JSON.stringify(wire), seen)
  if (typeof wire !== 'object' || typeof seen !== 'object' || wire === null || seen === null)
    return wire === seen
  const [mine, theirs] = [Object.entries(wire), Object.entries(seen)]
  return (
    Array.isArray(wire) === Array.isArray(seen) &&
    mine.length === theirs.length &&
    mine.every(([key, value], at) => key === theirs[at]?.[0] && isSameValue(value, theirs[at][1]))
  )
}

function isSameButPlaceholders(wire: string, seen: string): boolean {
  const [first = '', ...rest] = seen.split(new RegExp(PLACEHOLDER, 'g'))
  if (!wire.startsWith(first)) return false
  let from = first.length
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1
    const at = isLast ? wire.length - part.length : wire.indexOf(part, from)
    if (!wire.startsWith(part, at) || !SECRET.test(wire.slice(from, at))) return false
    from = at + part.length
  }
  return from === wire.length
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
