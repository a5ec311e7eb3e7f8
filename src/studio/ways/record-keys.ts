/** Records what a person types in a field, so that it can be typed again elsewhere with the same pauses. */
import { type FieldState, type Keystroke, keystrokeOf } from '../../core/ways/keystroke.ts'

/** Told after every key of all keys so far; none when the field is empty again. Answers how to begin anew with the next key. */
export function recordKeys(field: HTMLInputElement, heard: (keys: readonly Keystroke[]) => void): () => void {
  let keys: Keystroke[] = []
  let first = 0
  /** Just after the last key, and just before this one. */
  let after = stateOf(field)
  let before = after

  field.addEventListener('beforeinput', () => {
    before = stateOf(field)
  })
  field.addEventListener('input', ({ timeStamp }) => {
    // Some ways to fill a field tell of nothing before.
    if (before.value !== after.value) before = after
    const isFirst = keys.length === 0
    if (isFirst) first = timeStamp
    // It is played in an empty field, so what stood here before it counts as part of it.
    const key = keystrokeOf(isFirst ? EMPTY : before, stateOf(field), timeStamp - first)
    const hasMoved = !isFirst && (before.start !== after.end || before.end !== after.end)
    keys = field.value === '' ? [] : [...keys, hasMoved ? { ...key, moved: [before.start, before.end] } : key]
    after = stateOf(field)
    before = after
    heard(keys)
  })
  return () => {
    keys = []
    after = stateOf(field)
    before = after
  }
}

const EMPTY: FieldState = { value: '', start: 0, end: 0 }

function stateOf({ value, selectionStart, selectionEnd }: HTMLInputElement): FieldState {
  return { value, start: selectionStart ?? value.length, end: selectionEnd ?? value.length }
}
