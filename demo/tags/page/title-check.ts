/** Says beside the title whether another issue has it already, while it is typed: a call, so nothing else on the page moves. */

import { AnswerCache } from './answer-cache.ts'
import { djust, onReset, PAUSE, VIEW } from './djust.ts'

interface Available {
  available: boolean
  /** Why not. */
  reason?: string
}

export function bindTitleCheck(title: HTMLInputElement, note: HTMLElement): void {
  const known = new AnswerCache<Available>(() => performance.now())
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts questions; only the newest one's answer may be shown. */
  let newest = 0
  /** What stood in the field when it was asked about last. */
  let asked = ''

  const show = ({ available, reason }: Available) => {
    note.dataset['available'] = String(available)
    note.textContent = available ? '✓ No issue has this title' : `! ${reason}`
  }
  const forget = () => {
    clearTimeout(timer)
    newest += 1
    asked = ''
    note.textContent = ''
  }

  const check = async () => {
    clearTimeout(timer)
    const text = title.value.trim()
    if (text === asked) return
    forget()
    asked = text
    if (!text) return
    const turn = newest
    try {
      const answer =
        known.get(text) ?? ((await djust().call(VIEW, 'title_taken', { title: text })) as Available)
      known.keep(text, answer)
      if (turn === newest) show(answer)
    } catch {
      // Only a hint: submitting works without it.
    }
  }

  title.addEventListener('input', () => {
    clearTimeout(timer)
    // What is said of another title is not true of this one.
    if (title.value.trim() !== asked) forget()
    timer = setTimeout(check, PAUSE)
  })
  // Whoever leaves the field does not wait for the pause.
  title.addEventListener('change', check)
  onReset(() => {
    known.clear()
    forget()
  })
}
