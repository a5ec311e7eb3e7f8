/** Small pure parts: what is serialised, URLs, copies of params. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  classifyApi,
  isCallBody,
  isLiveSocket,
  postedSession,
  streamSession,
} from '../../src/content/instrument/classify.ts'
import { copyParams } from '../../src/content/instrument/params-copy.ts'
import { serialise } from '../../src/content/instrument/serialise.ts'

test('what is serialised reads as the same, and what is undefined is left out', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null))),
      (fact) => {
        expect(JSON.parse(serialise(fact))).toEqual(JSON.parse(JSON.stringify(fact)))
      },
    ),
    { seed: 5, numRuns: 300 },
  )
  expect(serialise({ a: undefined, b: { c: Number.NaN } })).toBe('{"b":{"c":null}}')
})

test('paths of the runtime are told from all others', () => {
  expect([isLiveSocket('/app/ws/live/'), isLiveSocket('/ws/live/x')]).toEqual([true, false])
  expect([
    streamSession('/djust/sse/u-1/'),
    postedSession('/djust/sse/u-1/message/'),
    postedSession('/sse/u/other/'),
  ]).toEqual(['u-1', 'u-1', undefined])
  const at = (path: string) => classifyApi(`http://h${path}`, path.split('?')[0] ?? '', 'http://h/djust/api/')
  expect(at('/djust/api/call/a.b/f/')).toBe('call')
  expect(at('/x/call/a/f/')).toBe('maybe')
  expect(at('/djust/api/tags/rename/?x=1')).toBe('api')
  expect([at('/djust/api/tags/'), at('/other/tags/rename/')]).toEqual([undefined, undefined])
  expect([
    isCallBody('{"params":{}}'),
    isCallBody('{"params":1,"x":1}'),
    isCallBody('[1]'),
    isCallBody('no'),
  ]).toEqual([true, false, false, false])
})

test('copies of params are one deep and bounded in members; how long they may be is for the copier to say', () => {
  const wide = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`k${i}`, 'x'.repeat(2000)]))
  const copy = JSON.parse(copyParams(wide)) as Record<string, string>
  expect([Object.keys(copy).length, copy['k0']?.length]).toEqual([50, 2000])
  const loop: Record<string, unknown> = { n: 10n, f: () => 1, s: Symbol('x'), u: undefined, nan: Number.NaN }
  loop['self'] = loop
  expect(JSON.parse(copyParams(loop))).toEqual({
    n: '10',
    f: '‹object›',
    nan: null,
    self: '‹object›',
  })
})
