/** Reads the file of a lesson: Markdown with a head. What is wrong with it is told with its place; nothing is guessed. */
import type { Block, ChangedLine, Lesson, Step } from './lesson.ts'
import type { Place, Problem, Tell } from './place.ts'
import { readExpectation } from './read-expectation.ts'
import { readKeys } from './read-keys.ts'
import { cut, type Line, type Piece, readPieces } from './read-pieces.ts'
import { readSpans } from './read-spans.ts'

const HEAD = { title: 'required', about: 'required', page: 'required' } as const
const RULE = /^---\s*$/
const START: Place = { line: 1, column: 1 }

/** Never throws. Problems come in the order of the file; a lesson that has any is not to be shown. */
export function readLesson(text: string): { lesson: Lesson; problems: Problem[] } {
  const problems: Problem[] = []
  const tell: Tell = ({ line, column }, says) => problems.push({ line, column, says })
  const lines = text.split(/\r?\n/).map((each, index): Line => ({ line: index + 1, column: 1, text: each }))
  const end = lines.findIndex((line, index) => index > 0 && RULE.test(line.text))
  const hasHead = lines[0] !== undefined && RULE.test(lines[0].text) && end > 0
  if (!hasHead) tell(START, 'A lesson begins with its head: ---, then title, about and page, then ---.')
  const head = hasHead ? readKeys(lines.slice(1, end), START, HEAD, tell) : {}
  if (head.page) checkPage(head.page, tell)
  const pieces = readPieces(hasHead ? lines.slice(end + 1) : [], tell)
  const starts = pieces.flatMap((piece, index) => (piece.is === 'heading' ? [index] : []))
  if (hasHead && starts.length === 0) tell(START, 'A lesson has at least one step: ## and what to do.')
  const lesson: Lesson = {
    title: head.title?.text ?? '',
    about: head.about?.text ?? '',
    page: head.page?.text ?? '',
    intro: readBlocks(pieces.slice(0, starts[0]), tell),
    steps: starts.map((start, index) => readStep(pieces.slice(start, starts[index + 1]), tell)),
  }
  return { lesson, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) }
}

function readStep([heading, ...pieces]: readonly Piece[], tell: Tell): Step {
  const line = heading?.is === 'heading' ? heading.line : { ...START, text: '' }
  const places = pieces.flatMap((piece, index) => (isExpect(piece) ? [index] : []))
  const [first, second] = places
  const expect = first === undefined ? undefined : pieces[first]
  if (!expect) tell(line, 'This step has no block ```expect: how would the log show that it is done?')
  const again = second === undefined ? undefined : pieces[second]
  if (again?.is === 'fence') tell(again.at, 'A step has one block expect. Make two steps of it.')
  const [lines, at] = expect?.is === 'fence' ? [expect.lines, expect.at] : [[], line]
  return {
    asks: readSpans([line], tell),
    body: readBlocks(pieces.slice(0, first), tell),
    expects: expect ? readExpectation(lines, at, tell) : { where: '', count: { least: 1, isExact: false } },
    seen: readBlocks(pieces.slice((first ?? -1) + 1), tell),
  }
}

const isExpect = (piece: Piece) => piece.is === 'fence' && piece.word === 'expect'

function readBlocks(pieces: readonly Piece[], tell: Tell): Block[] {
  return pieces.flatMap((piece): Block[] => {
    if (piece.is === 'paragraph') return [{ is: 'text', spans: readSpans(piece.lines, tell) }]
    if (piece.is !== 'fence') return []
    const { word, rest, lines, at } = piece
    if (word === 'change') return [readChange(rest, lines, tell)]
    if (word === 'expect') tell(at, 'A block expect belongs to a step, which begins with ##.')
    if (word === '') tell(at, 'Say what this block is: ```python, ```js, ```html, ```change or ```expect.')
    return word === 'expect' ? [] : [{ is: 'code', language: word, text: textOf(lines) }]
  })
}

/** After the word stands the page on which the change was made; every line says with its first character what became of it. */
function readChange(page: Line, lines: readonly Line[], tell: Tell): Block {
  checkPage(page, tell)
  const changed = lines.map((line): ChangedLine => {
    const sign = line.text.charAt(0)
    if (sign === '+' || sign === '-') return { sign, text: cut(line, 1).text }
    if (line.text.trim() !== '' && sign !== ' ') tell(line, 'A line of a change begins with +, - or a space.')
    return { sign: ' ', text: cut(line, 1).text }
  })
  return { is: 'change', page: page.text, lines: changed }
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n')
}

function checkPage(page: Line, tell: Tell): void {
  if (!/^\/[^\s/]\S*$/.test(page.text))
    tell(page, 'Say which page of the demo: an address such as /tutorial.')
}
