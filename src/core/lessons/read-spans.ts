/** Reads the marks in a lesson's sentences: `code`, **strong** and [links](/tutorial). */
import type { Span } from './lesson.ts'
import type { Place, Tell } from './place.ts'
import type { Line } from './read-pieces.ts'

const MARK = /`([^`]*)`|\*\*((?:(?!\*\*).)*)\*\*|\[([^\]]*)\]\(([^)\s]*)\)/gs
const LEFT_OVER = /`|\*\*|\]\(/
/** Pages of ours, and the web; nothing that runs. */
const ADDRESS = /^(?:\/(?!\/)|https:\/\/)\S*$/

/** The lines of one paragraph become one text. */
export function readSpans(lines: readonly Line[], tell: Tell): Span[] {
  const text = lines.map((line) => line.text.trim()).join(' ')
  const spans: Span[] = []
  let from = 0
  const plain = (to: number) => {
    const between = text.slice(from, to)
    const stray = LEFT_OVER.exec(between)
    if (stray) tell(placeOf(lines, from + stray.index), `${stray[0]} is opened or closed here, and not both.`)
    if (between !== '') spans.push({ is: 'plain', text: between })
  }
  for (const match of text.matchAll(MARK)) {
    const [all, code, strong, label, to] = match
    plain(match.index)
    from = match.index + all.length
    const shown = code ?? strong ?? label ?? ''
    if (shown.trim() === '') tell(placeOf(lines, match.index), 'There is nothing between these marks.')
    if (code !== undefined) spans.push({ is: 'code', text: code })
    else if (strong !== undefined) spans.push({ is: 'strong', text: strong })
    else if (to !== undefined && ADDRESS.test(to)) spans.push({ is: 'link', text: shown, to })
    else tell(placeOf(lines, match.index), 'A link leads to a page of the demo (/…) or to https://….')
  }
  plain(text.length)
  return spans
}

/** Of an offset into the joined text. */
function placeOf(lines: readonly Line[], offset: number): Place {
  let left = offset
  for (const { line, column, text } of lines) {
    const { length } = text.trim()
    if (left <= length) return { line, column: column + text.length - text.trimStart().length + left }
    left -= length + 1
  }
  return { line: 1, column: 1 }
}
