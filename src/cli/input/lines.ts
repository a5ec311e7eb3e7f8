/** Cuts text into lines as it arrives, a batch for each piece that was read. */
import { CliError } from '../cli-error.ts'

/** UTF-16 code units: many payloads at their cap. A longer line is none of a recording. */
const LONGEST = 64 * 1024 * 1024

export interface Line {
  text: string
  /** Nothing follows it, not even the end of a line. */
  isLast: boolean
}

/** @throws CliError when a line does not end. */
export async function* linesOf(texts: AsyncIterable<string>, name: string): AsyncGenerator<Line[]> {
  /** Pieces of the line that is under way; joined once, so that a long one is not copied with each piece. */
  let begun: string[] = []
  let length = 0
  for await (const text of texts) {
    const parts = text.split('\n')
    const tail = parts.pop() ?? ''
    const lines = parts.map((part, index): Line => {
      const whole = index === 0 ? begun.join('') + part : part
      if (index === 0) begun = []
      return { text: whole, isLast: false }
    })
    if (lines.length > 0) length = 0
    begun.push(tail)
    length += tail.length
    if (length > LONGEST)
      throw new CliError(`${name} is no recording: a line of it has more than ${LONGEST} characters.`)
    if (lines.length > 0) yield lines
  }
  yield [{ text: begun.join(''), isLast: true }]
}
