/** What a person did, in words: `typing in #tag-input`; and the same words read back. */

/** An element, as `selectorOf` gives it or as a person wrote it, and the name of the user's event on it. */
export interface Gesture {
  element: string
  /** Empty where the runtime named the element and no user's event went with it: a timer's. */
  event: string
}

const WORDS: readonly (readonly [event: string, words: string])[] = [
  ['input', 'typing in'],
  ['click', 'clicking'],
  ['change', 'changing'],
  ['submit', 'submitting'],
  ['keydown', 'pressing a key in'],
  ['keyup', 'releasing a key in'],
  ['paste', 'pasting into'],
  ['drop', 'dropping on'],
  ['focusin', 'entering'],
  ['focusout', 'leaving'],
  ['pointerdown', 'pressing on'],
  ['', 'by itself,'],
]

/** Any other event is said by its own name: `scroll on div.list`. */
export function gestureWords({ element, event }: Gesture): string {
  const words = WORDS.find(([name]) => name === event)?.[1] ?? `${event} on`
  return `${words} ${element}`
}

/** Undefined when the words are none of these. */
export function readGesture(words: string): Gesture | undefined {
  for (const [event, begin] of WORDS) {
    if (words.startsWith(`${begin} `)) return gesture(event, words.slice(begin.length + 1))
  }
  const at = words.indexOf(' on ')
  return at > 0 && !words.slice(0, at).includes(' ')
    ? gesture(words.slice(0, at), words.slice(at + 4))
    : undefined
}

function gesture(event: string, element: string): Gesture | undefined {
  return element.trim() === '' ? undefined : { element, event }
}
