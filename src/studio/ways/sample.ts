/** Something to play for who does not want to type: a word with a slip, at the pace of a person. */
import { type FieldState, type Keystroke, keystrokeOf } from '../../core/ways/keystroke.ts'
import type { Typing } from './ways-store.ts'

/** What stood in the field after each key, and the ms since the one before. */
const STEPS: readonly (readonly [text: string, ms: number])[] = [
  ['r', 0],
  ['re', 230],
  ['ref', 240],
  ['re', 330],
  ['reg', 260],
  ['regr', 210],
  ['regre', 220],
]

export function sampleTyping(): Typing {
  let at = 0
  let before: FieldState = { value: '', start: 0, end: 0 }
  const keys: Keystroke[] = STEPS.map(([text, ms]) => {
    at += ms
    const after = { value: text, start: text.length, end: text.length }
    const key = keystrokeOf(before, after, at)
    before = after
    return key
  })
  return { keys, text: STEPS.at(-1)?.[0] ?? '' }
}
