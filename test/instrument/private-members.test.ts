/** The shorter names of the shipped script touch nothing that anyone else reads. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PRIVATE_MEMBERS } from '../../vite.config.ts'

test('no member that is renamed in the shipped script is a word of the protocol', () => {
  const words = ['facts', 'commands', 'envelope', 'channel'].flatMap((file) => {
    const source = readFileSync(join(import.meta.dirname, `../../src/protocol/${file}.ts`), 'utf8')
    return [
      ...source.matchAll(/^\s*(?:readonly )?([\w$]+)\??:/gm),
      ...source.matchAll(/[{,] ([\w$]+):/g),
    ].map((found) => found[1])
  })
  expect(words).toContain('bytes')
  expect(words).toContain('sighted')
  const shared = new Set<string>(words.filter((word) => word !== undefined))
  expect(PRIVATE_MEMBERS.filter((name) => shared.has(name))).toEqual([])
})

test('no member that is renamed is one that the platform’s objects are asked for', () => {
  const platform = [Object, Function, String, RegExp, Array, Promise, Map, WeakMap].flatMap((one) =>
    Object.getOwnPropertyNames(one.prototype),
  )
  expect(PRIVATE_MEMBERS.filter((name) => platform.includes(name) && name !== 'trim')).toEqual([])
})
