/** Entry of the tutorial's page script: search tags while typing, pick one, check a title, tell of a lost connection. */

import { afterPress } from './after-press.ts'
import { Listbox, type Option } from './listbox.ts'
import { bindNotices } from './notices.ts'

interface Djust {
  call(slug: string, name: string, params: Record<string, unknown>): Promise<unknown>
  dispatch(event: string, params: Record<string, unknown>): Promise<unknown>
}

const VIEW = 'issues.new'
/** ms that typing must pause before the server is asked. */
const PAUSE = 150
/** Characters of a search that the note repeats. */
const QUOTED = 40

const djust = () => (window as Window & { djust?: Djust }).djust as Djust
const input = document.querySelector<HTMLInputElement>('#tag-input')
const list = document.querySelector<HTMLElement>('#tag-suggestions')
const note = document.querySelector<HTMLElement>('#tag-note')
const title = document.querySelector<HTMLInputElement>('#title')
const titleNote = document.querySelector<HTMLElement>('#title-note')

const connection = document.querySelector<HTMLElement>('#connection')
const failure = document.querySelector<HTMLElement>('#failure')

if (connection && failure) bindNotices(connection, failure)
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
      note.textContent = hits.length > 0 ? '' : `No tag begins with “${quoted(q)}”.`
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
  input.addEventListener('blur', () => afterPress(close))
  onReset(close)
}

/** Asked of the document: whole HTML may bring a new form around the old fields. */
function onReset(hear: () => void): void {
  document.addEventListener('reset', hear)
}

/** Short, and unable to turn the sentence around it: isolated as text of its own direction. */
function quoted(text: string): string {
  const characters = [...text]
  return `\u2068${characters.slice(0, QUOTED).join('')}\u2069${characters.length > QUOTED ? '…' : ''}`
}

/** A server that answered has a code; whatever else there is, is the browser's own and not for the person. */
function whyFailed(problem: unknown): string {
  const isAnswer = problem instanceof Error && 'code' in problem
  return isAnswer ? `The search failed: ${problem.message}` : 'Tags cannot be searched while not connected.'
}

function bindTitle(title: HTMLInputElement, note: HTMLElement): void {
  let newest = 0
  title.addEventListener('change', async () => {
    newest += 1
    const turn = newest
    const say = (text: string) =>
      afterPress(() => {
        if (turn === newest) note.textContent = text
      })
    say('')
    if (!title.value.trim()) return
    try {
      const answer = await djust().call(VIEW, 'title_taken', { title: title.value })
      const { reason } = answer as { available: boolean; reason?: string }
      say(reason ? `${reason}.` : '')
    } catch {
      // Only a hint: submitting works without it.
    }
  })
  onReset(() => {
    newest += 1
    note.textContent = ''
  })
}
