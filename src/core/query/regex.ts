/** `/py(thon)?/`: a regular expression of the person's own, on whatever text the page sent. */
import type { Reading } from './key.ts'
import { someText } from './texts.ts'

/** Longer than a person writes, and than every engine takes; code units. */
const LONGEST = 2_000

/**
 * Blind to case, and `^` and `$` at every line, as in the Network panel. The browser's own engine looks for it: one that tries a
 * great many ways, such as `(a+)+$`, takes its time here as it does there.
 */
export function compileRegex(source: string, flags: string): Reading {
  if (source.length > LONGEST) return { wrong: `a regular expression has ${LONGEST} characters at most` }
  // Sticky and global ones remember where the last row ended.
  const own = [...new Set(`im${flags.replace(/[dgy]/g, '')}`)].join('')
  try {
    const regex = new RegExp(source, own)
    return (row) => someText(row, (text) => regex.test(text))
  } catch (error) {
    return { wrong: `this is no regular expression: ${(error as Error).message.split(': ').at(-1)}` }
  }
}
