/** Which titles and descriptions are taken, and what the person is told about the others. */
import { expect, test } from 'vitest'
import { readDescription, readTitle } from '../../demo/tags/issue-text.ts'
import { startTestDemo, visit } from './demo-client.ts'

test.each([
  '',
  '   \n\t',
  '\u00a0\u3000',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u202e\u2066',
  '\u3164\u115f\u2800\ufe0f',
  '\0',
  '\ud800',
])('a title with nothing to see is missing: %j', (title) => {
  expect(() => readTitle(title)).toThrow(/^Title is required$/)
})

test.each([
  ['\0abc', 'a control character (U+0000)'],
  ['a\u0007b', 'a control character (U+0007)'],
  ['a\nb', 'a control character (U+000A)'],
  ['a\u009fb', 'a control character (U+009F)'],
  ['a\ud800b', 'half of a character (U+D800)'],
  ['a\udfff', 'half of a character (U+DFFF)'],
])('a title that cannot be stored as it is, is not stored otherwise: %j', (title, what) => {
  expect(() => readTitle(title)).toThrow(
    `Title holds ${what} that cannot be stored. Remove it and try again.`,
  )
})

test.each(['x', '👩‍👩‍👧‍👦', 'عنوان', 'a\tb', 'é', '\u200bx', '🙂'.repeat(200), '\ue000'])(
  'any other title is taken as it is: %j',
  (title) => {
    expect(readTitle(` ${title} `)).toBe(title)
  },
)

test('200 characters are enough', () => {
  expect(() => readTitle('🙂'.repeat(201))).toThrow('Title is longer than 200 characters')
})

test('a description may be empty and have lines, but holds nothing that cannot be stored', () => {
  for (const text of ['', 'a\r\n\tb', ' x ']) expect(readDescription(text)).toBe(text)
  expect(() => readDescription('a\0')).toThrow('Description holds a control character (U+0000)')
  expect(() => readDescription('\udc00')).toThrow('Description holds half of a character (U+DC00)')
})

test('what is refused is said at its field, and no word of the database’s own', async () => {
  const demo = await startTestDemo()
  const tab = await (await visit(demo)).openTab()
  const submit = async (params: object) => {
    await tab.ask({ type: 'event', event: 'submit', params })
    // The one-shot recovery is refilled by every render, so this shows the page as it now is.
    const { html } = (await tab.ask({ type: 'request_html' })) as { html: string }
    return /<p id="(\w+)-error"[^>]*>([^<]*)/.exec(html)?.slice(1)
  }
  expect(await submit({ title: '\0abc' })).toEqual(['title', expect.stringContaining('U+0000')])
  expect(await submit({ title: 'a', description: '\ud800' })).toEqual([
    'description',
    expect.stringContaining('U+D800'),
  ])
  expect(await submit({ title: 'a\ud83d\ude42', description: 'ok' })).toBe(undefined)
  tab.close()
  await demo.close()
})
