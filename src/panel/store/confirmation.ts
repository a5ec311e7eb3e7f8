/** What was just done for a person, in a few words, until it need no longer be said. */
import { type ReadonlySignal, signal } from '@preact/signals'

export interface Said {
  text: string
  /** Of all that was ever said: the same words again are news too. */
  number: number
}

export interface Confirmation {
  said: ReadonlySignal<Said | undefined>
  say(text: string): void
  /** Takes back this one; what was said since stays. */
  unsay(said: Said): void
}

export function createConfirmation(): Confirmation {
  const said = signal<Said>()
  let number = 0
  return {
    said,
    say(text) {
      number += 1
      said.value = { text, number }
    },
    unsay(old) {
      if (said.value === old) said.value = undefined
    },
  }
}
