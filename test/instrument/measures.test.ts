/** Small pure parts: what is serialised, URLs, copies of params. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  apiHandler,
  eventStream,
  isCallBody,
  liveSocket,
  posted,
  serverFunction,
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
  expect([liveSocket.test('/app/ws/live/'), liveSocket.test('/ws/live/x')]).toEqual([true, false])
  const session = (paths: RegExp, path: string) => paths.exec(path)?.[1]
  expect([
    session(eventStream, '/djust/sse/u-1/'),
    session(posted, '/djust/sse/u-1/message/'),
    session(posted, '/sse/u/other/'),
  ]).toEqual(['u-1', 'u-1', undefined])
  expect(
    ['/djust/api/call/a.b/f/', '/x/call/a/f/', '/call/a/'].map((path) => serverFunction.test(path)),
  ).toEqual([true, true, false])
  expect(['tags/rename/?x=1', 'tags/rename/', 'tags/', '?a/b/'].map((rest) => apiHandler.test(rest))).toEqual(
    [true, true, false, false],
  )
  expect([
    isCallBody('{"params":{}}'),
    isCallBody('{"params":1,"x":1}'),
    isCallBody('[1]'),
    isCallBody('no'),
  ]).toEqual([true, false, false, undefined])
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
