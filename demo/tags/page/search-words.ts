/** What is said below the tag field, and read aloud: how many tags were found, or why none are shown. */

/** Characters of a search that the note repeats. */
const QUOTED = 40

export function foundWords(q: string, count: number, isRemembered: boolean): string {
  const from = isRemembered ? ' Remembered: the server was not asked.' : ''
  if (count === 0) return `No tag begins with “${quoted(q)}”.${from}`
  return `${count} ${count === 1 ? 'tag' : 'tags'}: ↓ and ↑ choose, Enter adds, Escape closes.${from}`
}

/** A server that answered has a code; whatever else there is, is the browser's own and not for the person. */
export function whyFailed(problem: unknown): string {
  const isAnswer = problem instanceof Error && 'code' in problem
  return isAnswer ? `The search failed: ${problem.message}` : 'Tags cannot be searched while not connected.'
}

/** Short, and unable to turn the sentence around it: isolated as text of its own direction. */
function quoted(text: string): string {
  const characters = [...text]
  return `\u2068${characters.slice(0, QUOTED).join('')}\u2069${characters.length > QUOTED ? '…' : ''}`
}
