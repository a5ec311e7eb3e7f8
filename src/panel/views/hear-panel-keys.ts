/** Hears the keys of the whole panel, and keeps what the panel took from DevTools around it. */
import { createKeys, type KeyedAction } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { spareEscape } from './escape-in-firefox.ts'

const ACTIONS: readonly KeyedAction[] = ['record', 'clear', 'filter']

/** `onClose` closes the details and leads back to their row. */
export function hearPanelKeys(
  panel: HTMLElement,
  store: Store,
  onClose: () => void,
  stop: AbortSignal,
): void {
  const { browser, session, selection, confirmation, view, isLive } = store
  const keys = createKeys(store.host, browser.userAgent)
  store.keys.value = keys

  /** Answers whether there was anything to do. */
  function act(action: KeyedAction): boolean {
    if (action === 'filter') {
      const box = panel.querySelector<HTMLInputElement>('.filter input')
      box?.focus()
      box?.select()
      return true
    }
    if (!isLive.value) return false
    if (action === 'record') {
      session.record(!session.recording.value)
      confirmation.say(session.recording.value ? 'Recording' : 'Recording is paused')
      return true
    }
    // The row that has it is about to go.
    if (panel.querySelector('.view-log')?.contains(document.activeElement))
      panel.querySelector<HTMLElement>('.log')?.focus()
    session.clear()
    confirmation.say('The log is cleared')
    return true
  }

  function isWithin(target: EventTarget | null, part: string): boolean {
    return target instanceof Node && panel.querySelector(part)?.contains(target) === true
  }

  /** Answers whether the key was the panel's. */
  function press(event: KeyboardEvent): boolean {
    const { target, altKey, shiftKey, ctrlKey, metaKey, isComposing, repeat } = event
    // A person who is asked something is not in the panel behind it.
    if (isComposing || altKey || shiftKey || panel.querySelector('dialog[open]')) return false
    if (event.key === 'Escape') {
      const isHere = keys.act === 'in the panel' || isWithin(target, '.view-log')
      if (!isHere || ctrlKey || metaKey || view.value !== 'log' || !selection.open.value) return false
      onClose()
      return true
    }
    if (ctrlKey === metaKey || (keys.act === 'in the log' && !isWithin(target, '.log'))) return false
    const letter = letterOf(event)
    // The Network panel of a Mac knows both.
    const isMacClear = keys.modifier === 'Meta' && keys.act === 'in the panel' && ctrlKey && letter === 'L'
    const isOurs = keys.modifier === 'Meta' ? metaKey : ctrlKey
    const action = isMacClear ? 'clear' : ACTIONS.find((each) => isOurs && keys[each].letter === letter)
    // Held down it is still one press.
    return action !== undefined && (repeat || act(action))
  }

  if (browser.family === 'firefox' && keys.act === 'in the panel') spareEscape(window, stop)
  // On the body: a key that nothing has the focus for arrives there, and what waits further up are DevTools, which
  // open their drawer at Escape and a search of their own at Ctrl+F.
  document.body.addEventListener(
    'keydown',
    (event) => {
      if (!event.defaultPrevented && !press(event)) return
      event.preventDefault()
      if (keys.act === 'in the panel') event.stopPropagation()
    },
    { signal: stop },
  )
}

/** As it is written on the key; by its place where the layout has no Latin letters. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : (/^Key(.)$/.exec(code)?.[1] ?? '')
}
