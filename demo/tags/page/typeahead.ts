/** Entry of the tutorial's page script: search tags while typing, pick one, and check whether a title is taken. */

import { Listbox, type Option } from './listbox.ts'

interface Djust {
  call(slug: string, name: string, params: Record<string, unknown>): Promise<unknown>
  dispatch(event: string, params: Record<string, unknown>): Promise<unknown>
}

const VIEW = 'issues.new'
/** ms that typing must pause before the server is asked. */
const PAUSE = 150

const djust = () => (window as Window & { djust?: Djust }).djust as Djust
const input = document.querySelector<HTMLInputElement>('#tag-input')
const list = document.querySelector<HTMLElement>('#tag-suggestions')
const note = document.querySelector<HTMLElement>('#tag-note')
const title = document.querySelector<HTMLInputElement>('#title')
const titleNote = document.querySelector<HTMLElement>('#title-note')

if (input && list && note) bindTypeahead(input, list, note)
if (title && titleNote) bindTitle(title, titleNote)

/** The view never renders these elements again (`dj-update="ignore"`), so listeners on them last. */
function bindTypeahead(input: HTMLInputElement, list: HTMLElement, note: HTMLElement): void {
  const box = new Listbox(input, list)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts searches; only the newest one's answer may be shown. */
  let newest = 0

  const close = () => {
    clearTimeout(timer)
    newest += 1
    note.textContent = ''
    box.close()
  }

  const search = async () => {
    newest += 1
    const turn = newest
    const q = input.value.trim()
    if (!q) return close()
    try {
      const hits = (await djust().call(VIEW, 'search_tags', { q })) as Option[]
      if (turn !== newest) return
      box.show(hits)
      note.textContent = hits.length > 0 ? '' : `No tag begins with “${q}”.`
    } catch (problem) {
      if (turn !== newest) return
      box.close()
      note.textContent = `The search failed: ${problem instanceof Error ? problem.message : problem}`
    }
  }

  const pick = (option: Option) => {
    input.value = ''
    close()
    void djust().dispatch('add_tag', { id: option.id, name: option.name })
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(search, PAUSE)
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
  input.addEventListener('blur', close)
  input.form?.addEventListener('reset', close)
}

function bindTitle(title: HTMLInputElement, note: HTMLElement): void {
  let newest = 0
  title.addEventListener('change', async () => {
    newest += 1
    const turn = newest
    note.textContent = ''
    if (!title.value.trim()) return
    try {
      const answer = await djust().call(VIEW, 'title_taken', { title: title.value })
      const { reason } = answer as { available: boolean; reason?: string }
      if (turn === newest) note.textContent = reason ? `${reason}.` : ''
    } catch {
      // Only a hint: submitting works without it.
    }
  })
  title.form?.addEventListener('reset', () => {
    newest += 1
    note.textContent = ''
  })
}
