/** Cuts a lesson's text into paragraphs, headings and fenced blocks, each line with its place. Anything else of Markdown is a problem. */
import type { Place, Tell } from './place.ts'

export interface Line extends Place {
  text: string
}

export type Piece =
  | { is: 'paragraph'; lines: readonly Line[] }
  | { is: 'heading'; line: Line }
  | { is: 'fence'; at: Place; word: string; rest: Line; lines: readonly Line[] }

const HEADING = /^## +(?=\S)/
const FENCE = /^```\s*(\S*)\s*/
/** What Markdown would make a list, a quotation, a table, a rule, HTML or another heading of. */
const UNKNOWN = /^(?:#|[-*+>|<]|\d+[.)]\s| {4}|\t)/

export function readPieces(lines: readonly Line[], tell: Tell): Piece[] {
  const pieces: Piece[] = []
  let paragraph: Line[] = []
  const end = () => {
    if (paragraph.length > 0) pieces.push({ is: 'paragraph', lines: paragraph })
    paragraph = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const [fence, word = ''] = FENCE.exec(line.text) ?? []
    const heading = HEADING.exec(line.text)?.[0]
    if (fence !== undefined || heading !== undefined || line.text.trim() === '') end()
    if (fence !== undefined) {
      const close = lines.findIndex(({ text }, index) => index > at && /^```\s*$/.test(text))
      if (close < 0) tell(line, 'This block is never closed by ```.')
      const to = close < 0 ? lines.length : close
      const rest = cut(line, fence.length)
      pieces.push({ is: 'fence', at: line, word, rest, lines: lines.slice(at + 1, to) })
      at = to
    } else if (heading !== undefined) pieces.push({ is: 'heading', line: cut(line, heading.length) })
    else if (line.text.trim() !== '') {
      if (UNKNOWN.test(line.text))
        tell(line, 'A lesson has paragraphs, steps (## …) and blocks between ``` only.')
      paragraph.push(line)
    }
  }
  end()
  return pieces
}

/** Without its beginning, and without space at its end. */
export function cut({ line, column, text }: Line, units: number): Line {
  return { line, column: column + units, text: text.slice(units).trimEnd() }
}
