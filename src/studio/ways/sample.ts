/** Something to play for who does not want to type: a word with a slip, at the pace of a person. */
import { type FieldState, type Keystroke, keystrokeOf } from '../../core/ways/keystroke.ts'
import type { Typing } from './ways-store.ts'

/** What stood in the field after each key, and the ms since the one before: twice the debounce, so that a busy machine still asks after each. */
const STEPS: readonly (readonly [text: string, ms: number])[] = [
  ['r', 0],
  ['re', 310],
  ['ref', 300],
  ['re', 380],
  ['reg', 320],
  ['regr', 300],
  ['regre', 310],
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
