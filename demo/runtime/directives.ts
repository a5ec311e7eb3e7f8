/** Turns what happens inside the view into events: `dj-click`, `dj-submit`, `dj-input` and `dj-model`. */

import type { Params } from './djust.ts'
import { eventParams } from './event-params.ts'
import { isPending, markPending } from './form-pending.ts'
import { handleEvent } from './handle-event.ts'

/** ms that `dj-input` and `dj-model` wait for the typing to pause; `dj-debounce` overrides. */
const DEBOUNCE = 300

type Waiting = { timer: ReturnType<typeof setTimeout>; send: () => void }
const waiting = new Map<Element, Waiting>()

/** Listens on the root, so that elements rendered later are heard too. */
export function bindDirectives(root: Element): void {
  root.addEventListener('click', (event) => {
    const element = closest(event, '[dj-click]')
    if (!element || element.matches(':disabled')) return
    if (element instanceof HTMLAnchorElement) event.preventDefault()
    void handleEvent(nameOf(element, 'dj-click'), eventParams(element), element)
  })
  root.addEventListener('submit', (event) => {
    const form = closest(event, 'form[dj-submit]')
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    void submit(form, (event as SubmitEvent).submitter)
  })
  root.addEventListener('input', (event) => {
    const field = closest(event, '[dj-input], [dj-model]')
    if (field) schedule(field)
  })
}

async function submit(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (isPending(form)) return
  for (const [field, { send }] of waiting) if (form.contains(field)) send()
  const params: Params = Object.fromEntries(new FormData(form))
  const target = submitter?.getAttribute('name') || submitter?.id || null
  const done = markPending(form)
  try {
    await handleEvent(nameOf(form, 'dj-submit'), { ...params, ...eventParams(form), _target: target }, form)
  } finally {
    done()
  }
}

function schedule(field: Element): void {
  clearTimeout(waiting.get(field)?.timer)
  const send = () => {
    clearTimeout(waiting.get(field)?.timer)
    waiting.delete(field)
    sendInput(field)
  }
  const pause = field.getAttribute('dj-debounce')
  const timer = setTimeout(send, pause === null ? DEBOUNCE : Number(pause))
  waiting.set(field, { timer, send })
}

function sendInput(field: Element): void {
  const value = (field as HTMLInputElement).value
  const model = field.getAttribute('dj-model')
  if (model) void handleEvent('update_model', { field: model, value }, field)
  const event = field.getAttribute('dj-input')
  const name = field.getAttribute('name')
  if (event) void handleEvent(event, { ...eventParams(field), value, _target: name }, field)
}

function closest(event: Event, selector: string): Element | null {
  return event.target instanceof Element ? event.target.closest(selector) : null
}

function nameOf(element: Element, directive: string): string {
  return element.getAttribute(directive) ?? ''
}
