/** A key recorded in one field and pressed in another does there what it did here. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FieldState, keystrokeOf, press } from '../../src/core/ways/keystroke.ts'

const state = (value: string, start = value.length, end = start): FieldState => ({ value, start, end })

/** The field after the key. */
function pressed(field: FieldState, key: ReturnType<typeof keystrokeOf>): FieldState {
  const { from, to, text } = press(field, key)
  return state(field.value.slice(0, from) + text + field.value.slice(to), from + text.length)
}

test.each([
  ['a letter at the end', state('re'), state('reg'), { back: 0, ahead: 0, text: 'g' }],
  ['the same letter again', state('aa', 1), state('aaa', 2), { back: 0, ahead: 0, text: 'a' }],
  ['Backspace', state('ref'), state('re'), { back: 1, ahead: 0, text: '' }],
  ['Delete', state('ref', 1), state('rf', 1), { back: 0, ahead: 1, text: '' }],
  ['a word deleted', state('one two'), state('one '), { back: 3, ahead: 0, text: '' }],
  ['a selection typed over', state('abcd', 1, 3), state('axd', 2), { back: 0, ahead: 0, text: 'x' }],
  [
    'a selection typed over by its own beginning',
    state('abcd', 1, 3),
    state('abd', 2),
    { back: 0, ahead: 0, text: 'b' },
  ],
  ['a composition that goes on', state('に'), state('にほ'), { back: 0, ahead: 0, text: 'ほ' }],
  ['a composition that is chosen', state('にほん'), state('日本'), { back: 3, ahead: 0, text: '日本' }],
])('%s', (_, before, after, expected) => {
  expect(keystrokeOf(before, after, 5)).toEqual({ at: 5, ...expected })
  expect(pressed(before, keystrokeOf(before, after, 5))).toEqual(after)
})

test('where the caret was moved by somebody else, the key writes there, as a real one would', () => {
  const key = keystrokeOf(state('re'), state('reg'), 0)
  expect(pressed(state('re', 0), key).value).toBe('gre')
  const back = keystrokeOf(state('reg'), state('re'), 0)
  expect(pressed(state('re', 0), back).value).toBe('re')
})

test('a selection that the person had made themselves comes along', () => {
  const key = { ...keystrokeOf(state('abcd', 1, 3), state('axd', 2), 0), moved: [1, 3] as const }
  expect(pressed(state('abcd'), key)).toEqual(state('axd', 2))
})

test('whatever becomes of a field, playing the keys makes the same text of it', () => {
  const step = fc.record({ text: fc.string({ maxLength: 4 }), from: fc.nat(20), to: fc.nat(20) })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let here = state('')
      let there = state('')
      for (const { text, from, to } of steps) {
        const [start = 0, end = 0] = [from, to]
          .map((place) => Math.min(place, here.value.length))
          .sort((a, b) => a - b)
        const before = { ...here, start, end }
        const after = state(
          before.value.slice(0, start) + text + before.value.slice(end),
          start + text.length,
        )
        there = pressed(there, { ...keystrokeOf(before, after, 0), moved: [start, end] })
        here = after
        expect(there.value).toBe(here.value)
      }
    }),
  )
})
