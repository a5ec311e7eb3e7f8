import { expect, test } from 'vitest'
import { htmlChunks } from '../../src/core/export/html.ts'
import { partOf } from '../../src/core/part-of.ts'
import { recordingLines } from '../../src/core/recording.ts'
import { page } from '../language/page.ts'
import { namesOf, setup } from './fake-page.ts'

const TEMPLATE =
  '<!doctype html><script type="application/jsonl" id="recording"></script><script>throw 1</script>'

function recorded(): string {
  const { store, show } = setup()
  show(page('then').live().event('add', 1).patch(2, { ref: 1 }))
  return store.recordings.save(store.log.value).text
}

test('a saved recording opens to the same rows, in place of the live log, which comes back when it is closed', async () => {
  const { store, show } = setup()
  show(page('now').live().event('save', 1))
  await store.recordings.open('then.jsonl', recorded())
  expect(namesOf(store)).toEqual(['add'])
  expect(store.recordings.opened.value?.name).toBe('then.jsonl')
  expect(store.notices.list.value).toEqual([])
  store.recordings.close()
  expect(namesOf(store)).toEqual(['save'])
})

test('the live log goes on behind an opened recording', async () => {
  const { store, show } = setup()
  await store.recordings.open('then.jsonl', recorded())
  show(page('now').live().event('save', 1))
  expect(namesOf(store)).toEqual(['add'])
  store.recordings.close()
  expect(namesOf(store)).toEqual(['save'])
})

test.each([
  ['nothing', ''],
  ['a picture', '\u0089PNG\r\n\u001a\n'],
  ['another kind of JSON', '{"entries":[]}'],
])('%s is said to be no recording, and the live log stays', async (_, text) => {
  const { store, show } = setup()
  show(page('now').live().event('save', 1))
  await store.recordings.open('odd.jsonl', text)
  expect(store.recordings.opened.value).toBeUndefined()
  expect(namesOf(store)).toEqual(['save'])
  expect(store.notices.list.value[0]?.text).toMatch(/^“odd.jsonl” could not be opened. Line 1: /)
})

test('a recording of a newer version is not opened, and says so', async () => {
  const { store } = setup()
  await store.recordings.open('new.jsonl', recorded().replace('"version":1', '"version":99'))
  expect(store.recordings.opened.value).toBeUndefined()
  expect(store.notices.list.value[0]?.text).toContain('newer version')
})

test('of a recording cut in half everything before the cut is shown, and what is missing is named', async () => {
  const { store } = setup()
  const whole = recorded()
  await store.recordings.open('half.jsonl', whole.slice(0, -20))
  expect(namesOf(store)).toEqual(['add'])
  expect(store.notices.list.value[0]?.text).toContain('not all of it could be read')
})

test('a time that is no finite number is a line that cannot be read, named by its number', async () => {
  const { store } = setup()
  const lines = recorded().split('\n')
  const at = lines.findIndex((line) => line.includes('"type":"frame-out"'))
  lines[at] = lines[at]?.replace(/"at":\d+/, '"at":1e999') ?? ''
  await store.recordings.open('odd.jsonl', lines.join('\n'))
  expect(store.recordings.opened.value).toBeDefined()
  expect(store.notices.list.value[0]?.text).toMatch(
    new RegExp(`Line ${at + 1}: Not a readable fact; the line was skipped: .*finite`, 's'),
  )
})

test('clearing the live log hides nothing of a recording', async () => {
  const { store } = setup()
  await store.recordings.open('then.jsonl', recorded())
  store.session.clear()
  expect(namesOf(store)).toEqual(['add'])
})

test('the file is named after the moment, without signs that a file system refuses', () => {
  const { store } = setup()
  expect(store.recordings.save(store.log.value).name).toBe('djust-2026-11-22T15-33-47.jsonl')
})

test('of several broken lines the first three are named, and how many more there are', async () => {
  const { store } = setup()
  const lines = recorded().split('\n')
  for (const at of [1, 2, 3, 4, 5]) lines[at] = 'broken'
  await store.recordings.open('odd.jsonl', lines.join('\n'))
  const said = store.notices.list.value[0]?.text
  expect(said).toContain(
    'Line 2: Not JSON; the line was skipped. Line 3: Not JSON; the line was skipped. Line 4: Not JSON; the line was skipped. (and 2 more problems)',
  )
})

test('a HAR file is called that', async () => {
  const { store } = setup()
  await store.recordings.open('log.har', '{\n "log": {"version":"1.2","entries":[]}}')
  expect(store.notices.list.value[0]?.text).toContain('It is a HAR file')
})

test('an exported page opens to the recording in it, and a page without one says so', async () => {
  const { store } = setup()
  const page = (inside: string) => [...htmlChunks(TEMPLATE, [inside])].join('')
  await store.recordings.open('some.html', page(''))
  expect(store.notices.list.value[0]?.text).toContain('a page that holds no recording')
  await store.recordings.open('log.html', page(recorded()))
  expect(namesOf(store)).toEqual(['add'])
})

test('a fact that is there twice makes up for none that is missing', async () => {
  const { store } = setup()
  const lines = recorded().split('\n')
  lines[3] = lines[4] ?? ''
  await store.recordings.open('odd.jsonl', lines.join('\n'))
  expect(store.notices.list.value[0]?.text).toMatch(/1 of \d+ facts are missing/)
})

test('what a recording leaves out is left out of what is saved of it', async () => {
  const { store, show } = setup()
  show(page('then').live().event('add', 1).calls('find', { q: 'private' }))
  const shown = store.rows.present.value.filter(({ name }) => name === 'add')
  const { log, recordings } = store
  const lines = recordingLines(log.value, recordings.about, partOf(log.value, shown))
  await recordings.open('some.jsonl', [...lines].join(''))
  expect(store.exportable.value?.map(({ name }) => name)).toEqual(['add'])
  const again = recordings.save(log.value).text
  await store.recordings.open('again.jsonl', again)
  expect(store.rows.present.value.map(({ name }) => name)).toEqual(['add'])
})
