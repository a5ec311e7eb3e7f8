/** The claims must notice what is false, and let pass what the page really did. */
import { expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { findFalseClaims } from './claims.ts'
import type { ExpectedRow } from './entries.ts'

const click = { element: 'button#go', event: 'click', certainty: 'same-task' } as const
const run = { do: [['click', '#go']] } as const
const story = () =>
  page()
    .live()
    .sends({ type: 'event', event: 'a', params: {}, ref: 1 }, click)
    .patch(1, { ref: 1 })
    .dom(1)
    .done()
const claims = (told: ReturnType<typeof story>, wanted?: string) => {
  const telling = [{ kind: 'dispatch', name: 'a', trigger: wanted }] as ExpectedRow[]
  return findFalseClaims({ do: [...run.do] }, [telling], told.rows)
}

test('a row that says all of it makes none false', () => {
  expect(claims(story())).toEqual([])
})

test('another element than was touched', () => {
  const { rows } = story()
  expect(findFalseClaims({ do: [['click', '#other']] }, [[]], rows)).toEqual([
    'dispatch a: asked by button#go, touched was #other',
  ])
  expect(claims(story(), '')).toEqual(['dispatch a: asked by button#go, wanted nobody'])
})

test('an answer without a ref that is called proved, or one with it that is not', () => {
  const [row] = story().rows.slice(-1)
  if (!row) throw new Error('no row')
  const { ref: _, ...unreferenced } = row
  const silent = {
    ...row,
    answers: row.answers.map((each) => ({ ...each, text: each.text.replace('"ref":1', '"x":1') })),
  }
  for (const made of [unreferenced, silent])
    expect(findFalseClaims({ do: [...run.do] }, [[]], [made])).toEqual([
      'dispatch a: proved, wanted inferred',
    ])
})

test('times that run backwards, and a render that nobody saw applied', () => {
  const [row] = story().rows.slice(-1)
  if (!row) throw new Error('no row')
  const backwards = { ...row, times: { ...row.times, sent: 1e9 } }
  expect(findFalseClaims({ do: [...run.do] }, [[]], [backwards])[0]).toContain('times run backwards')
  const { applied: _, ...unseen } = row.times
  expect(findFalseClaims({ do: [...run.do] }, [[]], [{ ...row, times: unseen }])[0]).toContain('nobody saw')
})

test('what nobody asked for makes false claims as well', () => {
  const { rows } = page().live().patch(1, { source: 'tick' }).dom(1).done()
  const [tick] = rows.slice(-1)
  if (!tick) throw new Error('no row')
  const says = (changed: Partial<typeof tick>) =>
    findFalseClaims({ do: [...run.do] }, [[]], [{ ...tick, ...changed }])
  expect(says({})).toEqual([])
  expect(says({ patches: 99 })).toEqual(['push tick: 99 patches, the answers hold 1'])
  expect(says({ times: { ...tick.times, applied: 0 } })[0]).toContain('times run backwards')
  expect(says({ collateral: { focus: { from: 'input' } } })[0]).toContain('took focus')
})

test('an error that is called proved although its answer carries no ref', () => {
  const { rows } = page()
    .live()
    .sends({ type: 'event', event: 'a', params: {}, ref: 1 }, click)
    .hears({ type: 'error', error: 'no' })
  const [row] = rows.slice(-1)
  if (!row) throw new Error('no row')
  const proved = { ...row, verdict: { ...row.verdict, certainty: 'proved' as const } }
  expect(findFalseClaims({ do: [...run.do] }, [[]], [row])).toEqual([])
  expect(findFalseClaims({ do: [...run.do] }, [[]], [proved])).toEqual([
    'dispatch a: proved, wanted inferred',
  ])
})

test('another event than the hand made, patches that are not in the answers, a next re-render that nobody named', () => {
  const [row] = story().rows.slice(-1)
  if (!row?.trigger) throw new Error('no row')
  const says = (changed: Partial<typeof row>, rows = [{ ...row, ...changed }]) =>
    findFalseClaims({ do: [...run.do] }, [[]], rows)
  expect(says({ trigger: { ...row.trigger, event: 'keydown' } })).toEqual([
    'dispatch a: on “keydown”, wanted click',
  ])
  expect(says({ patches: 2 })).toEqual(['dispatch a: 2 patches, the answers hold 1'])
  const after = { ...row, id: 'later', kind: 'push' as const, name: 'tick', renders: [{ seq: 1e6, at: 1e6 }] }
  expect(says({}, [row, after])).toEqual(['dispatch a: next re-rendered push tick, wanted nothing'])
})
