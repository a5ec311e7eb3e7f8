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

/** Where keys lie that write something else than a letter, and Firefox's own numbers for them. */
const PLACES: Record<string, { code: string; keyCode: number }> = {
  ' ': { code: 'Space', keyCode: 32 },
  ':': { code: 'Semicolon', keyCode: 59 },
}

/** Presses a key by its `KeyboardEvent.key`, with modifiers before it. */
export function pressInWindow(chrome: Chrome, key: string): Promise<void> {
  return chrome(
    (combination, places) => {
      const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor)
      if (!input?.beginInputTransactionForTests(window)) throw new Error('the window takes no keys')
      const events = combination.split('+').map((name) => {
        const key = name === 'Space' ? ' ' : name
        const letter = name.toUpperCase()
        // What a key that writes lacks; the rest is known to the browser by its name.
        const rest = /^[A-Z]$/.test(letter)
          ? { code: `Key${letter}`, keyCode: letter.charCodeAt(0) }
          : places[key]
        return new KeyboardEvent('', { key, ...rest })
      })
      for (const event of events) input.keydown(event)
      for (const event of events.toReversed()) input.keyup(event)
    },
    key,
    PLACES,
  )
}
