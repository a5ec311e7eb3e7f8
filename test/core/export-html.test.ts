/** A recording in a page of its own: whatever a payload says, it stays in its element, and comes out as it went in. */
import fc from 'fast-check'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { htmlChunks, recordingIn } from '../../src/core/export/html.ts'
import { readRecording } from '../../src/core/read-recording.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import { page } from '../language/page.ts'

const template =
  '<!doctype html><html><head></head><body><script type="application/jsonl" id="recording"></script><script>panel()</script></body></html>'
const about = { tool: 'a test', redaction: 'as captured' }
const pageOf = (event: string) => {
  const { log } = page().live().event(event, 1)
  const text = writeRecording(log, about)
  return { text, html: [...htmlChunks(template, text.split(/(?<=\n)/))].join('') }
}
const elementsIn = (html: string) => html.match(/<[a-z/!][^>]*>/gi)

test.each([
  '</script><img src=x onerror=alert(1)>',
  '<!--<script>',
  '<!-- --><script>',
  ']]>\u2028\u2029\r\n\0',
  '\ud800 alone \udc00',
  '\u202eturned',
  '<SCRIPT\t/',
])('%j breaks out of nothing', (event) => {
  const { text, html } = pageOf(event)
  expect(elementsIn(html)).toEqual(elementsIn(template))
  expect(html).not.toMatch(/[\u2028\u2029]/)
  const again = readRecording(recordingIn(html) ?? '', readFact)
  expect(again).toEqual(readRecording(text, readFact))
  expect(again.problems).toEqual([])
})

test('a parser of HTML finds the elements of the template and no others, whatever is in the recording', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<', '</script><b>', '<!--<script>', ''),
      (some, sign) => {
        const { html } = pageOf(`${some}${sign}${some}`)
        expect(elementsOf(html)).toEqual(elementsOf(template))
      },
    ),
    { numRuns: 100 },
  )
})

function elementsOf(html: string): string[] {
  const names: string[] = []
  const visit = (node: { nodeName: string; childNodes?: unknown[] }) => {
    if (node.nodeName !== '#text') names.push(node.nodeName)
    for (const child of node.childNodes ?? []) visit(child as typeof node)
  }
  visit(parse(html) as Parameters<typeof visit>[0])
  return names
}

test('of a page that was cut what was there is read; a page without a recording has none; other text is no page', () => {
  const { html } = pageOf('add')
  const half = recordingIn(html.slice(0, html.indexOf('add') + 3))
  expect(readRecording(half ?? '', readFact)).toMatchObject({
    header: { version: 1 },
    problems: [{ line: 7 }],
  })
  expect(recordingIn('<!doctype html><p>hello')).toBe('')
  expect(recordingIn('{"format":"djust-devtools recording"}')).toBeUndefined()
})

test('a template without a place for it is refused', () => {
  expect(() => [...htmlChunks('<html></html>', [])]).toThrow('no place')
})
