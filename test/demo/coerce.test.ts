/** What a page may send for a declared parameter, and what the handler gets. */
import { describe, expect, test } from 'vitest'
import { checkParams, coerce, type Param } from '../../demo/live/coerce.ts'

test.each<[unknown, Param['type'], unknown]>([
  ['7', 'int', 7],
  [' -7 ', 'int', -7],
  ['12 ', 'int', 12],
  ['99999999999999999999', 'int', '99999999999999999999'],
  ['1e999', 'float', '1e999'],
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

  test.each([
    ['{"id":1e999}', 'id: expected int, got float (inf)'],
    ['{"id":-1e999}', 'id: expected int, got float (-inf)'],
    [
      '{"id":1152921504606846976}',
      'id: expected int, got int (1152921504606846976), beyond ±9007199254740991',
    ],
    [
      '{"id":"99999999999999999999"}',
      "id: expected int, got str ('99999999999999999999'), beyond ±9007199254740991",
    ],
    ['{"id":1e300}', 'id: expected int, got float (1e+300), beyond ±9007199254740991'],
    ['{"id":true}', 'id: expected int, got bool (True)'],
    ['{"id":null}', 'id: expected int, got NoneType (None)'],
    ['{"id":1.5}', 'id: expected int, got float (1.5)'],
    ['{"id":"x\\u0000\\ud800"}', "id: expected int, got str ('x\\u0000\\ud800')"],
    ['{"id":{"a":[1]}}', 'id: expected int, got dict ({"a":[1]})'],
    [
      `{"id":"${'9'.repeat(60)}"}`,
      `id: expected int, got str ('${'9'.repeat(46)}...), beyond ±9007199254740991`,
    ],
    ['{"id":1,"name":7}', 'name: expected str, got int (7)'],
  ])('says what was wrong with %s, as djust says it', (given, said) => {
    expect(checkParams('f', params, JSON.parse(given))).toMatchObject({
      message: `f received wrong parameter types: ${said}`,
    })
  })

  test.each(['1e999', '"1e999"'])('takes no infinity for a float: %s', (x) => {
    const refused = checkParams('f', { x: { type: 'float' } }, JSON.parse(`{"x":${x}}`))
    expect(refused).toMatchObject({ message: expect.stringMatching(/x: expected float, .*not finite$/) })
    expect(JSON.stringify(refused)).not.toContain('null')
  })

  test('never shares its default with the next call', () => {
    const declared = { list: { type: 'list', default: [] as unknown[] } } as const
    const first = checkParams('f', declared, {})
    if (first.ok) (first.args['list'] as unknown[]).push(1)
    expect(checkParams('f', declared, {})).toEqual({ ok: true, args: { list: [] } })
  })
})
