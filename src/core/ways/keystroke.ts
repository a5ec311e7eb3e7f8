/** A key as it can be pressed again elsewhere: what it did to a field, counted from the caret and not from the field's start. */

export interface Keystroke {
  /** ms after the first. */
  at: number
  /** Where the person had put the selection since the key before, when they had. */
  moved?: readonly [start: number, end: number]
  /** Code units that went, before and behind the selection; the selection itself always goes. */
  back: number
  ahead: number
  text: string
}

export interface FieldState {
  value: string
  start: number
  end: number
}

/** What happened between two states of a field; the caret after it says where the new text ends. */
export function keystrokeOf(
  before: FieldState,
  after: Pick<FieldState, 'value' | 'end'>,
  at: number,
): Keystroke {
  const tail = after.value.length - after.end
  const isSame = before.value.endsWith(after.value.slice(after.end))
  const goneTo = isSame ? before.value.length - tail : before.value.length
  const newTo = isSame ? after.end : after.value.length
  let from = 0
  // The selection was replaced, so what is new begins no later than it did.
  const most = Math.min(goneTo, newTo, before.start)
  while (from < most && before.value[from] === after.value[from]) from += 1
  return {
    at,
    back: before.start - from,
    ahead: Math.max(0, goneTo - before.end),
    text: after.value.slice(from, newTo),
  }
}

/** What the key leaves where the caret is now: a field whose caret was moved is written in elsewhere, as by a real key. */
export function press(
  field: FieldState,
  { back, ahead, text, moved }: Keystroke,
): { from: number; to: number; text: string } {
  const [start, end] = moved ?? [field.start, field.end]
  const length = field.value.length
  return {
    from: Math.max(0, Math.min(length, start) - back),
    to: Math.min(length, Math.max(0, end) + ahead),
    text,
  }
}
