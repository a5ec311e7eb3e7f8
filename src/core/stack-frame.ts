/** The place in a script that a stack begins with, as V8 and Gecko write it. */

export interface StackFrame {
  url: string
  /** Both from 1. */
  line: number
  column: number
}

/** A page chooses the names of its functions and scripts, so what is read of a stack has an end: lines, and code units of each. */
const LINES = 50
const LONGEST = 4096

/** Firefox has no name for the scripts that an extension puts into the page's own world. */
const OURS = /^(?:(?:chrome|moz)-extension:|<anonymous code>$)/

/** Whether it is a frame of this extension. */
export const isOurs = ({ url }: StackFrame): boolean => OURS.test(url)

/** The first frame that names a place outside of this extension; undefined when none of the first 50 lines does. */
export function topFrameOf(stack: string): StackFrame | undefined {
  for (const line of linesIn(stack)) {
    const frame = frameOf(line)
    if (frame && !isOurs(frame)) return frame
  }
  return undefined
}

/** Those that can be read in a moment: lines that are too long are left out. */
export function linesIn(stack: string): string[] {
  const lines = stack.slice(0, LINES * LONGEST).split('\n', LINES)
  return lines.filter(({ length }) => length <= LONGEST).map((line) => line.trim())
}

/** `file.js:12`, as the Initiator column of the Network panel has it. */
export function placeOfFrame({ url, line }: StackFrame): string {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  return `${path.slice(path.lastIndexOf('/') + 1) || '(index)'}:${line}`
}

/** V8: `at name (url:1:2)` and `at url:1:2`. Gecko: `name@url:1:2`, where a url may hold an `@` and a name does not. */
export function frameOf(text: string): StackFrame | undefined {
  const isV8 = text.startsWith('at ')
  if (!isV8 && !text.includes('@')) return undefined
  const located = text.endsWith(')') ? text.slice(0, -1) : text
  const [matched, line, column] = /:(\d{1,9}):(\d{1,9})$/.exec(located) ?? []
  if (matched === undefined) return undefined
  const before = located.slice(0, -matched.length)
  const opened = before.lastIndexOf(' (')
  const at = isV8 ? (opened < 0 ? 3 : opened + 2) : before.indexOf('@') + 1
  const url = before.slice(at)
  // Code that was evaluated has no script to go to; whoever evaluated it comes next.
  return url === '' || url.includes('<anonymous>')
    ? undefined
    : { url, line: Number(line), column: Number(column) }
}
