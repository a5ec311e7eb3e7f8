/** Keys for Firefox's own window, which hands them on to whatever has the focus in it, as it does with those of a keyboard. */
import type { Chrome } from './firefox-chrome.ts'

/** The few privileged names of `nsITextInputProcessor` that are used over there. */
declare global {
  const Cc: Record<string, { createInstance(of: unknown): TextInput }>
  const Ci: { nsITextInputProcessor: unknown }
}
interface TextInput {
  beginInputTransactionForTests(window: Window): boolean
  keydown(event: KeyboardEvent): number
  keyup(event: KeyboardEvent): boolean
}

/** Presses a key by its `KeyboardEvent.key`, with modifiers before it. */
export function pressInWindow(chrome: Chrome, key: string): Promise<void> {
  return chrome((combination) => {
    const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor)
    if (!input?.beginInputTransactionForTests(window)) throw new Error('the window takes no keys')
    const events = combination.split('+').map((name) => {
      const isLetter = /^[a-z]$/i.test(name)
      const key = name === 'Space' ? ' ' : name
      // The rest of a key is known to the browser by its name.
      const rest = isLetter
        ? { code: `Key${name.toUpperCase()}`, keyCode: name.toUpperCase().charCodeAt(0) }
        : key === ' '
          ? { code: 'Space', keyCode: 32 }
          : {}
      return new KeyboardEvent('', { key, ...rest })
    })
    for (const event of events) input.keydown(event)
    for (const event of events.toReversed()) input.keyup(event)
  }, key)
}
