/** The mishaps without a browser: one for each rule of the advice, each with its twin, and words that name what is on the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MISHAPS } from '../../demo/mishaps/mishaps.ts'
import { stepWords } from '../../demo/mishaps/step-words.ts'
import type { Demo } from '../../demo/server.ts'
import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'
import type { MishapCard } from '../../src/protocol/mishap-card.ts'
import { startTestDemo } from './demo-client.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startTestDemo()
})
afterAll(() => demo.close())

const read = async (path: string) => (await fetch(`${demo.url}${path}`)).text()

test('there is one for each rule of the advice, in its order', () => {
  const ids = MISHAPS.map(({ id }) => id)
  expect(ids).toEqual(ADVICE_IDS)
})

test('the studio is told of each: what goes wrong, what to try, and where both pages are', async () => {
  const cards = JSON.parse(await read('/mishaps.json')) as MishapCard[]
  expect(cards.map(({ id }) => id)).toEqual(MISHAPS.map(({ id }) => id))
  expect(new Set(cards.map(({ says }) => says)).size).toBe(cards.length)
  expect(cards.find(({ id }) => id === 'no-debounce')).toEqual({
    id: 'no-debounce',
    title: 'Every key asks',
    says: 'The field asks the server at every key, instead of when the typing pauses.',
    tryThis: 'Type “regression” into “Search tags”.',
    on: '/mishaps/no-debounce',
    off: '/mishaps/no-debounce/twin',
  })
})

describe.each(MISHAPS)('$id', ({ id, steps, says }) => {
  test.each([`/mishaps/${id}`, `/mishaps/${id}/twin`])(
    '%s shows whatever is to be clicked or typed into',
    async (path) => {
      const html = await read(path)
      expect(html).toMatch(/dj-view="demo\.\w+View" data-page="[\w-]+">\s*<h1/)
      for (const step of steps) {
        if ('click' in step)
          expect(html).toMatch(new RegExp(`<button[^>]*>${step.click}</button>|aria-label="${step.click}"`))
        else expect(html).toContain(`>${'type' in step ? step.into : step.empty}</label>`)
      }
    },
  )
  test('says in a sentence or two what goes wrong', () => expect(says).toMatch(/^[A-Z“].{40,180}\.$/))
})

test('steps read as what a person is asked to do', () => {
  expect(
    stepWords([
      { type: 'reg', into: 'Search tags', pace: 'slowly' },
      { empty: 'Search tags' },
      { type: 'saf', into: 'Search tags' },
      { click: 'Vote', times: 3 },
      { empty: 'Search tags' },
    ]),
  ).toBe(
    'Type “reg” slowly into “Search tags”, empty it, type “saf”, click “Vote” three times, empty “Search tags”.',
  )
})
