/** Types recorded keys into a side's field, at their own moments, as an editing command of the browser: its page hears real input. */
import { type Keystroke, press } from '../../core/ways/keystroke.ts'
import type { Played } from '../../core/ways/side.ts'
import { pause, type Stage } from './stage.ts'

/** The id of either side's field. */
const FIELD = 'q'
/** ms without anything new, after which a side is done; longer than its debounce. */
const QUIET = 600
/** ms after which it is not waited for any longer. */
const LONGEST = 8_000

export async function playKeys(
  { frame, rows }: Stage,
  keys: readonly Keystroke[],
  typed: string,
  signal: AbortSignal,
): Promise<Played> {
  const view = frame.contentWindow as Window & typeof globalThis
  const page = view.document
  const shown = watchTurns(view)
  view.focus()
  page.getElementById(FIELD)?.focus()
  const from = view.performance.now()
  const played: Played = { from, keys: [], missed: 0, typed, found: '', shown: shown.turns }
  const at: number[] = []
  for (const key of keys) {
    await pause(Math.max(0, from + key.at - view.performance.now()))
    signal.throwIfAborted()
    at.push(view.performance.now() - from)
    const field = page.activeElement
    // As with a real key: what has no focus hears nothing.
    if (field?.id === FIELD) pressKey(page, field as HTMLInputElement, key)
    else played.missed += 1
  }
  await settled(rows, signal)
  shown.stop()
  const field = page.getElementById(FIELD) as HTMLInputElement | null
  return { ...played, keys: at, found: field?.value ?? '' }
}

function pressKey(page: Document, field: HTMLInputElement, key: Keystroke): void {
  const { value, selectionStart, selectionEnd } = field
  const state = { value, start: selectionStart ?? value.length, end: selectionEnd ?? value.length }
  const { from, to, text } = press(state, key)
  if (from === to && text === '') return
  field.setSelectionRange(from, to)
  if (text === '') page.execCommand('delete')
  else page.execCommand('insertText', false, text)
}

async function settled(rows: Stage['rows'], signal: AbortSignal): Promise<void> {
  const began = Date.now()
  let [seen, since] = [rows.peek(), began]
  while (Date.now() - since < QUIET && Date.now() - began < LONGEST) {
    await pause(30)
    signal.throwIfAborted()
    const now = rows.peek()
    if (now !== seen || now.some(({ status }) => status === 'pending')) [seen, since] = [now, Date.now()]
  }
}

/** The list names the answer that it shows. */
function watchTurns({ document, MutationObserver }: Window & typeof globalThis) {
  const turns: number[] = []
  const observer = new MutationObserver(() => {
    const turn = Number(document.querySelector<HTMLElement>('[data-turn]')?.dataset['turn'])
    if (turn !== turns.at(-1)) turns.push(turn)
  })
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-turn'] })
  return { turns, stop: () => observer.disconnect() }
}
