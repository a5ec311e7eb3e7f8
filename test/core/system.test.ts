/** Frames of the machinery: mounts, navigation, pings, recovery, uploads, and what cannot be read. */
import { expect, test } from 'vitest'
import { reasonsOf } from '../language/line.ts'
import { page } from '../language/page.ts'

test('connecting and mounting are system rows, and the mount replaced the page', () => {
  expect(page().live().systemLines).toEqual([
    'system connect ok none proved',
    'system mount ok replaced inferred',
  ])
})

test('a mount of a page that was rendered before is not called wasted', () => {
  expect(page().live().dom(0).systemLines[1]).toBe('system mount ok replaced 0 nodes inferred')
})

test('an event before the mount is answered belongs to the view that is being mounted after it', () => {
  const story = page().live('a.Old').sends({ type: 'live_redirect_mount', view: 'b.New' })
  story.hears({ type: 'mount', view: 'b.New', html: '' }).event('x', 1)
  expect(story.row('x').view).toBe('b.New')
  expect(story.row('live_redirect_mount')).toMatchObject({
    kind: 'navigation',
    view: 'b.New',
    verdict: { render: 'replaced' },
  })
})

test('a url change is navigation, answered by name', () => {
  const story = page().live().sends({ type: 'url_change', params: {}, uri: '/?tab=2' })
  story.patch(1, { event_name: 'url_change' })
  expect(story.lines).toEqual(['navigation url_change ok patched 1 patches inferred'])
})

test('a navigation frame renders nothing and is named after its action', () => {
  const story = page().live().hears({ type: 'navigation', action: 'live_patch', path: '/' })
  expect(story.lines).toEqual(['navigation live_patch ok none proved'])
})

test('ping and pong are one row', () => {
  expect(page().opens().sends({ type: 'ping' }).hears({ type: 'pong' }).systemLines).toEqual([
    'system ping ok none inferred',
  ])
})

test('recovery is asked for and replaces the page', () => {
  const story = page()
    .opens()
    .sends({ type: 'request_html' })
    .hears({ type: 'html_recovery', html: '', version: 4 })
  expect(story.systemLines).toEqual(['system request_html ok replaced inferred'])
})

test('an error with no event open answers the oldest of the rest', () => {
  const story = page()
    .opens()
    .sends({ type: 'request_html' })
    .hears({ type: 'error', error: 'Gone', recoverable: false })
  expect(story.row('request_html')).toMatchObject({ status: 'error', failure: { message: 'Gone' } })
})

test('an upload is matched by its id, and its id is no event ref', () => {
  const ref = '00010203-0405-0607-0809-0a0b0c0d0e0f'
  const story = page().opens().sends({ type: 'upload_register', upload_name: 'pic', ref })
  story.event('other', 1).hears({ type: 'upload_registered', ref, upload_name: 'pic' })
  expect(story.systemLines).toEqual(['system upload_register ok none proved'])
  expect(story.row('other').status).toBe('pending')
})

test('the answer to a registration that comes after the first chunk answers the registration', () => {
  const ref = '00010203-0405-0607-0809-0a0b0c0d0e0f'
  const story = page().live().sends({ type: 'upload_register', upload_name: 'pic', ref })
  story.sendsBytes([1, ...Array.from({ length: 16 }, (_, n) => n), 0, 0, 0, 0, 65])
  story
    .hears({ type: 'upload_registered', ref, upload_name: 'pic' })
    .hears({ type: 'upload_progress', ref, progress: 100 })
  expect(story.systemLines.slice(-2)).toEqual([
    'system upload_register ok none proved',
    'system upload chunk ok none proved',
  ])
})

test('the end of an upload is a frame of 17 bytes', () => {
  const story = page()
    .live()
    .sendsBytes([2, ...Array.from({ length: 16 }, (_, n) => n)])
  expect(story.systemLines.at(-1)).toContain('upload complete')
})

test('a binary upload frame is named by its kind, and progress finds it', () => {
  const story = page()
    .opens()
    .sendsBytes([2, ...Array.from({ length: 16 }, (_, index) => index), 0, 0, 0, 1, 9, 9])
  story.hears({ type: 'upload_progress', ref: '00010203-0405-0607-0809-0a0b0c0d0e0f', progress: 100 })
  expect(story.systemLines).toEqual(['system upload complete ok none proved'])
  expect(story.rows[0]?.sent).toBe(23)
})

test.each([
  ['heard', page().opens().hears('{"type":')],
  ['sent', page().opens().sends('{"type":')],
])('a frame that is not JSON and was %s is a row that says so', (_, story) => {
  const [row] = story.rows
  expect(row).toMatchObject({ kind: 'system', status: 'error', statusText: 'not JSON' })
  expect(row?.failure?.message).toContain('{"type":')
  expect(row?.verdict.render).toBe('unknown')
})

test('JSON that is no object is a row that says so', () => {
  expect(page().opens().hears('[1]').rows[0]).toMatchObject({ status: 'error', statusText: 'not an object' })
})

test('a frame type of the page that is unknown is a row and waits for nothing', () => {
  const row = page().opens().sends({ type: 'teleport' }).row('teleport')
  expect(row).toMatchObject({ kind: 'system', status: 'ok', unknown: ['teleport'] })
  expect(reasonsOf(row)).toEqual(['✓ This reader does not know the frame type; no answer names it.'])
})

test('a frame that was cut and has no outline is unknown, not an error', () => {
  const row = page().opens().hears({ text: '{"ty', bytes: 900_000, cut: true }).rows[0]
  expect(row).toMatchObject({ status: 'ok', statusText: 'cut', verdict: { render: 'unknown' } })
})
