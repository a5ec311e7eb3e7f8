import { expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { namesOf, setup } from './fake-page.ts'

function recorded(): string {
  const { store, show } = setup()
  show(page('then').live().event('add', 1).patch(2, { ref: 1 }))
  return store.recordings.save(store.log.value).text
}

test('a saved recording opens to the same rows, in place of the live log, which comes back when it is closed', () => {
  const { store, show } = setup()
  show(page('now').live().event('save', 1))
  store.recordings.open('then.jsonl', recorded())
  expect(namesOf(store)).toEqual(['add'])
  expect(store.recordings.opened.value?.name).toBe('then.jsonl')
  expect(store.notices.list.value).toEqual([])
  store.recordings.close()
  expect(namesOf(store)).toEqual(['save'])
})

test('the live log goes on behind an opened recording', () => {
  const { store, show } = setup()
  store.recordings.open('then.jsonl', recorded())
  show(page('now').live().event('save', 1))
  expect(namesOf(store)).toEqual(['add'])
  store.recordings.close()
  expect(namesOf(store)).toEqual(['save'])
})

test.each([
  ['nothing', ''],
  ['a picture', '\u0089PNG\r\n\u001a\n'],
  ['another kind of JSON', '{"log":{"entries":[]}}'],
])('%s is said to be no recording, and the live log stays', (_, text) => {
  const { store, show } = setup()
  show(page('now').live().event('save', 1))
  store.recordings.open('odd.jsonl', text)
  expect(store.recordings.opened.value).toBeUndefined()
  expect(namesOf(store)).toEqual(['save'])
  expect(store.notices.list.value[0]?.text).toMatch(/^“odd.jsonl” could not be opened. Line 1: /)
})

test('a recording of a newer version is not opened, and says so', () => {
  const { store } = setup()
  store.recordings.open('new.jsonl', recorded().replace('"version":1', '"version":99'))
  expect(store.recordings.opened.value).toBeUndefined()
  expect(store.notices.list.value[0]?.text).toContain('newer version')
})

test('of a recording cut in half everything before the cut is shown, and what is missing is named', () => {
  const { store } = setup()
  const whole = recorded()
  store.recordings.open('half.jsonl', whole.slice(0, -20))
  expect(namesOf(store)).toEqual(['add'])
  expect(store.notices.list.value[0]?.text).toContain('not all of it could be read')
})

test('a time that is no finite number is a line that cannot be read, named by its number', () => {
  const { store } = setup()
  const lines = recorded().split('\n')
  const at = lines.findIndex((line) => line.includes('"type":"frame-out"'))
  lines[at] = lines[at]?.replace(/"at":\d+/, '"at":1e999') ?? ''
  store.recordings.open('odd.jsonl', lines.join('\n'))
  expect(store.recordings.opened.value).toBeDefined()
  expect(store.notices.list.value[0]?.text).toMatch(
    new RegExp(`Line ${at + 1}: Not a readable fact; the line was skipped: .*finite`, 's'),
  )
})

test('clearing the live log hides nothing of a recording', () => {
  const { store } = setup()
  store.recordings.open('then.jsonl', recorded())
  store.session.clear()
  expect(namesOf(store)).toEqual(['add'])
})

test('the file is named after the moment, without signs that a file system refuses', () => {
  const { store } = setup()
  expect(store.recordings.save(store.log.value).name).toBe('djust-2026-11-22T15-33-47.jsonl')
})
