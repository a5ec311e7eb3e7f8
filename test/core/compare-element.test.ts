/** Which descriptions of an element, and which words for a trigger, are the same thing to a reviewer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSelected, selectorOf } from '../../src/core/compare/element.ts'
import { gestureWords, readGesture } from '../../src/core/compare/trigger-words.ts'

test.each([
  ['an id is enough', 'input#tag-input.field.is-open[name=tag]', '#tag-input'],
  ['a row of a list', 'button#remove-17.ghost', '#remove-*'],
  ['a field of a formset', 'input#id_form-0-name[name=form-0-name]', '#id_form-*-name'],
  ['an id that only a library knows', 'div#:r1a:.card', 'div.card'],
  ['an id that is a number', 'div#17.card', 'div.card'],
  ['a generated id', 'li#option-3f9a8c1d', '#option-*'],
  ['a number that a person wrote', 'input#address2', '#address2'],
  ['a name', 'button.primary[name=go]', 'button[name=go]'],
  ['a generated class', 'button.css-1q2w3e[role=option]', 'button[role=option]'],
  ['a class with a hash', 'button.Button_root__x7Yz2', 'button.Button_root__*'],
  ['an nth index', 'li.option:nth-child(3)', 'li.option'],
  ['a bracketed index', 'li.option[2]', 'li.option'],
  ['nothing but a tag', 'form', 'form'],
  ['nothing at all', '', ''],
])('%s: %j is called %j', (_, element, selector) => {
  expect(selectorOf(element)).toBe(selector)
})

test.each([
  ['#tag-input', 'input#tag-input.field[name=tag]', true],
  ['input[name=tag]', 'input#tag-input.field[name=tag]', true],
  ['#remove-17', 'button#remove-17', true],
  ['#remove-17', 'button#remove-18', false],
  ['#remove-*', 'button#remove-18', true],
  ['#tag', 'input#tag-input', false],
  ['', 'input', false],
  ['x[name=[1]', 'x[name=[1[1]]]', true],
])('the selector %j and the element %j: %j', (selector, element, isMeant) => {
  expect(isSelected(selector, element)).toBe(isMeant)
})

const anyText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'a1#.[]=:-_*( )nth') }))

test('every element is selected by what it is called', () => {
  fc.assert(fc.property(anyText, (element) => isSelected(selectorOf(element), element)))
})

test.each([
  [{ event: 'input', element: '#tag-input' }, 'typing in #tag-input'],
  [{ event: 'keydown', element: '#tag-input' }, 'pressing a key in #tag-input'],
  [{ event: 'scroll', element: 'ul.list' }, 'scroll on ul.list'],
  [{ event: '', element: 'div#clock' }, 'by itself, div#clock'],
])('%j reads %j and is read back', (gesture, words) => {
  expect(gestureWords(gesture)).toBe(words)
  expect(readGesture(words)).toEqual(gesture)
})

test.each(['typing', 'typing in ', 'whatever', ' on x', 'a b on x'])(
  '%j are no words for a trigger',
  (words) => {
    expect(readGesture(words)).toBeUndefined()
  },
)
