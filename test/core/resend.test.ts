/** What of a row can be sent again, and what must be filled in first. */
import { expect, test } from 'vitest'
import { contextOf } from '../../src/core/copy/context-of.ts'
import { codeOf, problemOf, sendingOf } from '../../src/core/resend.ts'
import type { Sending } from '../../src/protocol/reach.ts'
import type { Page } from '../language/page.ts'
import { page } from '../language/page.ts'
import { HOSTILE } from './copy-of.ts'

function read(story: Page, name: string) {
  const row = story.row(name)
  return sendingOf(row, contextOf(story.log, row))
}
function sendingIn(story: Page, name: string): Sending {
  const found = read(story, name)
  if (!found.ok) throw new Error(found.says)
  return found.sending
}

test('a call is sent by djust.call, with just its arguments', () => {
  expect(sendingIn(page().calls('search_tags', { q: 'py' }), 'search_tags')).toEqual({
    by: 'djust.call',
    view: 'issues.new',
    name: 'search_tags',
    body: '{\n  "q": "py"\n}',
  })
})

test('a dispatch is sent by djust.handleEvent, without what the runtime adds by itself', () => {
  const params = { id: 3, _cacheRequestId: 'r1' }
  const story = page().live().sends({ type: 'event', event: 'add_tag', params, ref: 1 })
  expect(sendingIn(story, 'add_tag')).toEqual({
    by: 'djust.handleEvent',
    name: 'add_tag',
    body: '{\n  "id": 3\n}',
  })
})

test('an API handler is sent by fetch to where it went', () => {
  expect(sendingIn(page().callsApi('touch'), 'touch')).toMatchObject({
    by: 'fetch',
    url: 'http://127.0.0.1/djust/api/issues.new/touch/?x=1',
    body: '{}',
  })
})

test('what nobody asked for, and what was not kept whole, cannot be sent again', () => {
  const story = page().live().hears({ type: 'patch', version: 2, patches: [], source: 'tick' })
  const push = story.rows.find(({ kind }) => kind === 'push')
  expect(push && sendingOf(push, contextOf(story.log, push))).toMatchObject({
    ok: false,
    says: 'The server spoke first, so there is nothing to send again.',
  })
  const [call] = page().calls('big', { q: 'x' }).rows
  const cut = call?.request && { ...call, request: { ...call.request, cut: true as const, bytes: 900 } }
  expect(cut && sendingOf(cut, { page: '', url: '' })).toMatchObject({ ok: false })
})

test('a secret that was never recorded must be filled in, and the token not', () => {
  const sending = sendingIn(
    page().calls('login', { user: 'a', password: '‹password#1›', t: '‹csrf#1›' }),
    'login',
  )
  expect(problemOf(sending)).toBe('‹password#1› was never recorded: edit the arguments and fill it in.')
  expect(problemOf({ ...sending, body: sending.body.replace('‹password#1›', 'open sesame') })).toBeUndefined()
})

test('arguments that are no JSON object are not sent', () => {
  const sending = sendingIn(page().calls('go'), 'go')
  expect(problemOf({ ...sending, body: '{"a": }' })).toMatch(/^The arguments are not JSON: /)
  expect(problemOf({ ...sending, body: '[1]' })).toBe('The arguments are not a JSON object.')
})

test.each(HOSTILE)(
  'a page that names things %j gets just those back, and no hidden character is shown',
  (text) => {
    const sending = sendingIn(
      page().calls('go', JSON.parse(`{${JSON.stringify(text)}: ${JSON.stringify(text)}}`), text),
      'go',
    )
    expect(JSON.parse(sending.body)).toEqual(JSON.parse(`{${JSON.stringify(text)}: ${JSON.stringify(text)}}`))
    expect(codeOf(sending)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  },
)
