/** An exchange as data: all of it, and the payloads digit by digit. */
import { expect, test } from 'vitest'
import { json } from '../../src/core/copy/json.ts'
import { page } from '../language/page.ts'
import { copyOf, HOSTILE } from './copy-of.ts'

test('it holds the row, its page and address, and its payloads as data', () => {
  const story = page()
    .calls('f', { q: 'bu' })
    .answers(200, { result: [1] })
  const { request: _, answers: __, ...row } = story.row('f')
  expect(JSON.parse(copyOf(json, story, 'f'))).toEqual({
    page: 'http://127.0.0.1/page',
    url: 'http://127.0.0.1/djust/api/call/issues.new/f/',
    ...JSON.parse(JSON.stringify(row)),
    request: { bytes: 21, json: { params: { q: 'bu' } } },
    answers: [{ bytes: 14, json: { result: [1] } }],
  })
})

test('a payload that is no JSON, or was cut, or is binary, stands as text and says so', () => {
  const outline = { type: 'noop', ref: 1 }
  const cut = page().live().event('a', 1).hears({ text: '{}', bytes: 90, cut: true, outline })
  expect(JSON.parse(copyOf(json, cut, 'a')).answers).toEqual([{ bytes: 90, cut: true, outline, text: '{}' }])
  const odd = copyOf(json, page().live().sends('half {'), 'unreadable frame')
  expect(JSON.parse(odd).request).toEqual({ bytes: 6, text: 'half {' })
  const binary = page().live().sendsBytes([1, 2])
  expect(JSON.parse(copyOf(json, binary, 'binary frame')).request).toEqual({
    bytes: 2,
    encoding: 'base64',
    text: 'AQI=',
  })
})

test('no digit is lost, no prototype is set, and nothing is too deep', () => {
  const deep = `${'['.repeat(20_000)}1e999${']'.repeat(20_000)}`
  const text = `{"type":"event","event":"a","params":{"id":12345678901234567890,"__proto__":{"x":1},"deep":${deep}}}`
  expect(copyOf(json, page().live().sends(text), 'a')).toContain(`"json": ${text} }`)
})

test('hostile names and payloads are data, with nothing hidden in them', () => {
  for (const text of HOSTILE) {
    const written = copyOf(json, page().calls('f', { [text]: text }, `v${text.replaceAll('/', '')}`), 'f')
    expect(JSON.parse(written).request.json).toEqual(JSON.parse(JSON.stringify({ params: { [text]: text } })))
    expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
  }
})
