/** What may be watched, and what stands in the way. */
import { expect, test } from 'vitest'
import { patternOf, watchOf } from '../../src/protocol/origins.ts'

const LOCAL = ['*://localhost/*', '*://[::1]/*', '*://*.test/*']
const stateOf = async (origin: string, held: string[] = []) =>
  (await watchOf(origin, LOCAL, async (pattern) => held.includes(pattern))).state

test('a match pattern has no port', () => {
  expect(patternOf('http://a.example:8000')).toBe('http://a.example/*')
  expect(patternOf('http://[::1]:8000')).toBe('http://[::1]/*')
})

test('an origin that was granted is watched', async () => {
  expect(await stateOf('https://a.example', ['https://a.example/*'])).toBe('watched')
})

test('an origin nobody asked for is not watched', async () => {
  expect(await stateOf('https://a.example')).toBe('unwatched')
})

test.each(['http://localhost:3000', 'http://[::1]', 'http://shop.test'])(
  '%s is ours by right, so without it the browser withholds it',
  async (origin) => {
    expect(await stateOf(origin)).toBe('withheld')
  },
)

test.each(['http://nottest', 'http://evil-localhost.example'])('%s only looks local', async (origin) => {
  expect(await stateOf(origin)).toBe('unwatched')
})

test.each(['about:blank', 'chrome://extensions', 'null', '', 'file:///etc'])(
  '%j is no page an extension may enter',
  async (origin) => {
    expect(await stateOf(origin)).toBe('forbidden')
  },
)
