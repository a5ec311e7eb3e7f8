/** What a page may send for a declared parameter, and what the handler gets. */
import { describe, expect, test } from 'vitest'
import { checkParams, coerce, type Param } from '../../demo/live/coerce.ts'

test.each<[unknown, Param['type'], unknown]>([
  ['7', 'int', 7],
  [' -7 ', 'int', -7],
  ['', 'int', 0],
  ['7.5', 'int', '7.5'],
  ['abc', 'int', 'abc'],
  ['3.14', 'float', 3.14],
  ['1e3', 'float', 1000],
  ['x', 'float', 'x'],
  ['Yes', 'bool', true],
  ['on', 'bool', true],
  ['0', 'bool', false],
  ['anything', 'bool', false],
  ['a, b,c', 'list', ['a', 'b', 'c']],
  ['', 'list', []],
  ['5', 'str', '5'],
  [5, 'str', 5],
  [null, 'int', null],
])('%j as %s becomes %j', (value, type, expected) => {
  expect(coerce(value, type)).toEqual(expected)
})

describe('a declared handler', () => {
  const params = { id: { type: 'int' }, name: { type: 'str', default: '' } } as const

  test('gets converted values and defaults', () => {
    expect(checkParams('f', params, { id: '7' })).toEqual({ ok: true, args: { id: 7, name: '' } })
  })

  test('is told what is missing before what is unexpected before what is wrong', () => {
    expect(checkParams('f', params, { z: 1, name: 5 })).toMatchObject({
      message: 'f is missing required parameters: id',
      details: { expected: ['id', 'name'], provided: ['z', 'name'], type_errors: [] },
    })
    expect(checkParams('f', params, { id: 'x', z: 1 })).toMatchObject({
      message: 'f received unexpected parameters: z. Expected: id, name',
    })
    expect(checkParams('f', params, { id: 'x', name: null })).toMatchObject({
      details: {
        type_errors: [
          { param: 'id', expected: 'int', actual: 'str', value: 'x' },
          { param: 'name', expected: 'str', actual: 'NoneType', value: null },
        ],
      },
    })
  })

  test('never takes a number too large to be exact, nor a fraction for a whole number', () => {
    for (const id of ['99999999999999999999', 1.5, true])
      expect(checkParams('f', params, { id })).toMatchObject({ ok: false })
  })

  test('never shares its default with the next call', () => {
    const declared = { list: { type: 'list', default: [] as unknown[] } } as const
    const first = checkParams('f', declared, {})
    if (first.ok) (first.args['list'] as unknown[]).push(1)
    expect(checkParams('f', declared, {})).toEqual({ ok: true, args: { list: [] } })
  })
})
