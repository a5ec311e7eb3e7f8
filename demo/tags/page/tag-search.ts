/** The tag field: searches while typing, lists what was found, and picks by mouse or keyboard. */

import { afterPress } from './after-press.ts'
import { AnswerCache } from './answer-cache.ts'
import { djust, onReset, PAUSE, VIEW } from './djust.ts'
import { Listbox, type Option } from './listbox.ts'
import { foundWords, whyFailed } from './search-words.ts'

/** The view never renders these elements again (`dj-update="ignore"`), so listeners on them last. */
export function bindTagSearch(input: HTMLInputElement, list: HTMLElement, note: HTMLElement): void {
  const box = new Listbox(input, list)
  const known = new AnswerCache<readonly Option[]>(() => performance.now())
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts searches; only the newest one's answer may be shown. */
  let newest = 0

  const close = () => {
    clearTimeout(timer)
    newest += 1
    note.textContent = ''
    box.close()
  }

  const show = (q: string, hits: readonly Option[], isRemembered: boolean) => {
    box.show(hits)
    note.textContent = foundWords(q, hits.length, isRemembered)
  }

  const search = async (q: string) => {
    newest += 1
    const turn = newest
    try {
      const hits = (await djust().call(VIEW, 'search_tags', { q })) as Option[]
      // Kept even when it comes late: it is the answer to its own question.
      known.keep(q, hits)
      if (turn === newest) show(q, hits, false)
    } catch (problem) {
      if (turn !== newest) return
      box.close()
      note.textContent = whyFailed(problem)
    }
  }

  const pick = (option: Option) => {
    input.value = ''
    close()
    void djust().dispatch('add_tag', { id: option.id, name: option.name })
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    const q = input.value.trim()
    const remembered = known.get(q)
    if (remembered) {
      // Whatever is still on its way is older than this.
      newest += 1
      show(q, remembered, true)
    } else timer = setTimeout(() => (q ? search(q) : close()), PAUSE)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') box.step(1)
    else if (event.key === 'ArrowUp') box.step(-1)
    else if (event.key === 'Enter') {
      if (box.active) pick(box.active)
    } else return
    // Enter in this field picks a tag; it never submits the form.
    event.preventDefault()
  })
  // The caret stays in the input while the mouse picks.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = box.optionAt(event.target)
    if (option) pick(option)
  })
  input.addEventListener('blur', () => afterPress(close))
  onReset(() => {
    // An issue that was created counts as a use of its tags, and the order follows.
    known.clear()
    close()
  })
}
