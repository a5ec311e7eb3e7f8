/** Names that a page chose, made fit for a sentence: short, on one line, and unable to turn the sentence around. */
import { replaceHidden, unitEscapes } from './hidden-characters.ts'

/** Code units. */
const LONGEST = 80

/** Characters that are not seen, or that change the direction of what follows, are written as their code. */
export function quote(text: string): string {
  return replaceHidden(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, unitEscapes)
}
