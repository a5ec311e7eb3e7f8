/** A recording inside of one HTML page that shows it, and out of it again. */

/** Opens the element of the page that holds the recording. It stands before every script of the page, so the first one is it. */
const OPENING = '<script type="application/jsonl" id="recording">'

/** `template`: the page with that element empty. Throws when it has none. */
export function* htmlChunks(template: string, lines: Iterable<string>): Generator<string, undefined> {
  const at = template.indexOf(`${OPENING}</script>`)
  if (at < 0) throw new Error('the page has no place for a recording')
  const place = at + OPENING.length
  yield template.slice(0, place)
  for (const line of lines) yield escaped(line)
  yield template.slice(place)
  return undefined
}

/**
 * In JSON these stand in strings only, where an escape says the same. Without `<` nothing ends the element or begins a comment in it
 * (HTML, 13.2.5.4 “Script data state”); the others end a line for some readers.
 */
function escaped(line: string): string {
  return line.replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The recording of such a page, also of one that was cut; undefined when the text is no HTML, empty when it holds none. */
export function recordingIn(text: string): string | undefined {
  if (!/^\s*<(?:!doctype|html|!--)/i.test(text)) return undefined
  const at = text.indexOf(OPENING)
  if (at < 0) return ''
  const begin = at + OPENING.length
  const end = text.indexOf('<', begin)
  return text.slice(begin, end < 0 ? undefined : end)
}
