/** A recording inside of one HTML page that shows it, and out of it again. */

/** Opens the element of the page that holds the recording. It stands before every script of the page, so the first one is it. */
const OPENING = '<script type="application/jsonl" id="recording">'

/** `template`: the page with that element empty. Throws when it has none. */
export function* htmlChunks(template: string, lines: Iterable<string>): Generator<string, undefined> {
  const [head, tail] = cutPage(template)
  yield head
  for (const line of lines) yield escapeLine(line)
  yield tail
  return undefined
}

/** What of the page stands before a recording, and what behind it. Throws when it has no place for one. */
export function cutPage(template: string): [head: string, tail: string] {
  const at = template.indexOf(`${OPENING}</script>`)
  if (at < 0) throw new Error('the page has no place for a recording')
  const place = at + OPENING.length
  return [template.slice(0, place), template.slice(place)]
}

/**
 * In JSON these stand in strings only, where an escape says the same. Without `<` nothing ends the element or begins a comment in it
 * (HTML, 13.2.5.4 “Script data state”); the others end a line for some readers.
 */
export function escapeLine(line: string): string {
  return line.replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The recording of such a page, also of one that was cut; undefined when the text is no HTML, empty when it holds none. */
export function recordingIn(text: string): string | undefined {
  if (!isPage(text)) return undefined
  const page = createPageReader()
  return (page.take(text) ?? '') + (page.end() ?? '')
}

/** A page that arrives piece by piece. */
export interface PageReader {
  /** What is known by now of the recording, or of a text that is no page; undefined when that is nothing. */
  take(text: string): string | undefined
  /** What is left; undefined when it was a page without a recording. */
  end(): string | undefined
}

/** No page of ours has more before its first tag. */
const BEFORE = 1024

export function createPageReader(): PageReader {
  let begun = ''
  let state: 'unknown' | 'page' | 'recording' | 'over' | 'no page' = 'unknown'
  const within = (text: string) => {
    const end = text.indexOf('<')
    if (end < 0) return text
    state = 'over'
    return text.slice(0, end)
  }
  const take = (text: string): string | undefined => {
    if (state === 'over') return undefined
    if (state === 'no page') return text
    if (state === 'recording') return within(text)
    begun += text
    if (state === 'unknown') {
      if (begun.length < BEFORE && !begun.includes('>') && !begun.includes('}')) return undefined
      if (!isPage(begun)) {
        state = 'no page'
        return begun
      }
      state = 'page'
    }
    const at = begun.indexOf(OPENING)
    if (at >= 0) {
      state = 'recording'
      return within(begun.slice(at + OPENING.length))
    }
    begun = begun.slice(-OPENING.length)
    return undefined
  }
  return {
    take,
    end() {
      if (state === 'unknown') return isPage(begun) ? undefined : begun
      return state === 'page' ? undefined : ''
    },
  }
}

function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|!--)/i.test(text)
}
