/** One list of ids for advice, example and twins; and what is sealed is as it was before the rules were written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'
import { SCENARIOS, SEALED, VARIANTS } from './scenarios.ts'
import { hashesOf, readTwins } from './twin.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('the Django example has a switch for every id of the advice, and for nothing else', () => {
  expect(JSON.parse(read('examples/django/mishaps/ids.json'))).toEqual([...ADVICE_IDS])
  expect(Object.keys(SCENARIOS)).toEqual([...ADVICE_IDS])
})

test('every id has its twins, on and off, on every page', () => {
  const wanted = ADVICE_IDS.flatMap((id) =>
    VARIANTS.flatMap((variant) => ['on', 'off'].map((is) => `${id} ${variant} ${is}`)),
  )
  const recorded = readTwins().map(({ id, variant, is }) => `${id} ${variant} ${is}`)
  expect(recorded.sort()).toEqual(wanted.sort())
})

test('no sealed twin has been edited', () => {
  expect(hashesOf(SEALED)).toEqual(read('test/advice/sealed.sha256').trim().split('\n'))
})
