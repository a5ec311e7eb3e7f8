/** A key that knows all its values, each with a meaning of its own. */
import type { Choice, Key } from './key.ts'
import { nearest } from './nearest.ts'
import type { Test } from './query.ts'

interface Meaning extends Choice {
  test: Test
}

export function choiceKey(name: string, says: string, meanings: readonly Meaning[]): Key {
  const values = meanings.map(({ value }) => value)
  return {
    name,
    says,
    reads: 'fields',
    choices: meanings,
    read(value) {
      const lower = value.toLowerCase()
      const meaning = meanings.find((each) => each.value === lower)
      if (meaning) return meaning.test
      const near = nearest(value, values)
      const wrong = `${name} takes ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
      return near === undefined ? { wrong } : { wrong, instead: near }
    },
  }
}
