// @vitest-environment happy-dom
/** What a person types in Both ways is recorded as keys that can be pressed again. */
import { expect, test } from 'vitest'
import type { Keystroke } from '../../src/core/ways/keystroke.ts'
import { recordKeys } from '../../src/studio/ways/record-keys.ts'
import { sampleTyping } from '../../src/studio/ways/sample.ts'

/** A field that is typed in as a browser types: it tells before and after. */
function typedField() {
  const field = document.createElement('input')
  document.body.append(field)
  let keys: readonly Keystroke[] = []
  const forget = recordKeys(field, (all) => {
    keys = all
  })
  const put = (value: string, caret = value.length) => {
    field.dispatchEvent(new Event('beforeinput'))
    field.value = value
    field.setSelectionRange(caret, caret)
    field.dispatchEvent(new Event('input'))
  }
  return { field, put, forget, keys: () => keys.map(({ at, ...key }) => key) }
}

test('keys are counted from the first, and a caret that was moved in between comes along', () => {
  const { field, put, keys } = typedField()
  put('r')
  put('re')
  field.setSelectionRange(0, 0)
  put('xre', 1)
  expect(keys()).toEqual([
    { back: 0, ahead: 0, text: 'r' },
    { back: 0, ahead: 0, text: 'e' },
    { back: 0, ahead: 0, text: 'x', moved: [0, 0] },
  ])
})

test('a field that is empty again begins anew', () => {
  const { put, keys } = typedField()
  put('r')
  put('')
  expect(keys()).toEqual([])
  put('b')
  expect(keys()).toEqual([{ back: 0, ahead: 0, text: 'b' }])
})

test('after a run the next key begins a new one, and brings what still stands in the field', () => {
  const { put, forget, keys } = typedField()
  put('reg')
  forget()
  put('rega')
  expect(keys()).toEqual([{ back: 0, ahead: 0, text: 'rega' }])
})

test('the sample is a word with a slip, each key after the one before', () => {
  const { keys, text } = sampleTyping()
  const typed = keys.reduce((so_far, { back, text }) => so_far.slice(0, so_far.length - back) + text, '')
  expect([typed, text]).toEqual(['regre', 'regre'])
  expect(keys.some(({ back }) => back > 0)).toBe(true)
  expect(keys.map(({ at }) => at)).toEqual(keys.map(({ at }) => at).toSorted((a, b) => a - b))
})
