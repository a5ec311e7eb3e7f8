/** `check`: what holds, what is broken, and how each is told. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/cli/formats/formats.ts'
import { picking, session } from '../core/compare-session.ts'
import { page } from '../language/page.ts'
import { desk, recordingOf } from './command-line.ts'
import { CONTRACT, mishap } from './typing-contract.ts'

test('a contract that is kept is said to hold, and what it says nothing of is no matter', async () => {
  const { write, types } = desk()
  write('typing.jsonl', recordingOf(session(1)))
  write('contract.yaml', CONTRACT)
  expect(await types('check typing.jsonl --contract contract.yaml')).toEqual({
    code: 0,
    out: `holds    typing.jsonl  53 rows, against contract.yaml

  ? Not seen: no row speaks of dispatch save, so it is neither kept nor broken.
      contract.yaml:7:5
`,
    err: '',
  })
})

test('one that is broken names the row, who asked, the recording and the clause, and fails', async () => {
  const { write, types } = desk()
  write('good.jsonl', recordingOf(session(1)))
  write('bad.jsonl', recordingOf(mishap()))
  write('contract.yaml', CONTRACT)
  const { code, out } = await types('check good.jsonl bad.jsonl -c contract.yaml')
  expect([code, out]).toEqual([
    1,
    `holds    good.jsonl  53 rows, against contract.yaml

BROKEN   bad.jsonl  3 rows, against contract.yaml
  ✗ typing in #tag-input: only must be call search_tags, but dispatch search_tags (typing in #tag-input) was asked.
      bad.jsonl row new/5, asked by typing in #tag-input  ·  contract.yaml:5:11
  ✗ typing in #tag-input: render must be none, but dispatch search_tags (typing in #tag-input) shows patched.
      bad.jsonl row new/5, asked by typing in #tag-input  ·  contract.yaml:6:13

  ? Not seen: no row speaks of dispatch save, so it is neither kept nor broken.
      contract.yaml:7:5
`,
  ])
})

describe('a clause that no row speaks of', () => {
  const checked = async (options: string) => {
    const { write, types } = desk()
    write('typing.jsonl', recordingOf(session(1)))
    write('contract.yaml', CONTRACT)
    return await types(`check typing.jsonl -c contract.yaml ${options}`.trim())
  }
  const sentence = 'Not seen: no row speaks of dispatch save, so it is neither kept nor broken.'

  test('fails where that is asked for', async () => {
    expect([(await checked('-f human')).code, (await checked('--fail-on-unseen')).code]).toEqual([0, 1])
    expect((await checked('--fail-on-unseen')).out).toContain(`✗ ${sentence}`)
  })

  test.each([
    ['junit', `<skipped message="${sentence}"/>`],
    [
      'github',
      `::notice file=contract.yaml,line=7,col=5,title=djust clauses%5B1%5D::${sentence}`
        .replaceAll('%5B', '[')
        .replaceAll('%5D', ']'),
    ],
    ['json', `"${sentence}"`],
    ['markdown', '| undecided | Not seen: no row speaks of dispatch save'],
  ])('is told by %s', async (format, told) => {
    expect((await checked(`-f ${format}`)).out).toContain(told)
  })

  test('is no check at all when there is no other', async () => {
    const { write, types } = desk()
    write('typing.jsonl', recordingOf(session(1)))
    write('contract.yaml', 'version: 1\nclauses: [{ exchange: dispatch save, errors: none }]\n')
    const { code, err } = await types('check typing.jsonl -c contract.yaml')
    expect([code, err]).toEqual([2, 'Nothing was checked: no row speaks of any clause of contract.yaml.\n'])
  })
})

describe('every format names the row, who asked, the recording and the sentence', () => {
  test.each(FORMATS.map(({ id }) => id))('%s', async (format) => {
    const { write, types } = desk()
    write('bad.jsonl', recordingOf(mishap()))
    write('contract.yaml', CONTRACT)
    const { code, out } = await types(`check bad.jsonl -c contract.yaml --format ${format}`)
    const said = out.replaceAll('\\', '')
    expect(code).toBe(1)
    for (const part of ['bad.jsonl', 'new/5', 'typing in #tag-input', 'dispatch search_tags'])
      expect(said).toContain(part)
    if (format !== 'markdown') expect(said).toMatch(/contract\.yaml(:|,line=|",\s+"line": )5/)
  })

  test('a page that chooses odd names ends no element, no line and no table', async () => {
    const { write, types } = desk()
    const name = '</failure>"]]>\n::error::|`x\u0000\u202e'
    write(
      'odd.jsonl',
      recordingOf(page('d').live().dispatches(name, picking).event(name, 1).patch(1, { ref: 1 })),
    )
    write('contract.yaml', 'version: 1\nclauses: [{ trigger: "clicking li.option", only: [] }]\n')
    const told = async (format: string) => (await types(`check odd.jsonl -c contract.yaml -f ${format}`)).out
    expect((await told('junit')).match(/<\/failure>/g)).toHaveLength(1)
    expect((await told('github')).trim().split('\n')).toHaveLength(1)
    expect((await told('markdown')).split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3)
    for (const { id } of FORMATS) {
      const said = await told(id)
      expect([...said].filter((sign) => '\u0000\u202e'.includes(sign))).toEqual([])
    }
  })
})

test('a recording is read zipped, from stdin, in a page and in UTF-16', async () => {
  const { write, types, at } = desk()
  const text = recordingOf(session(1))
  write('contract.yaml', CONTRACT)
  write('zipped.jsonl.gz', gzipSync(text))
  write(
    'page.html',
    `<!doctype html><title>x</title><script type="application/jsonl" id="recording">${text.replaceAll('<', '\\u003c')}</script><p>`,
  )
  write('wide.jsonl', Buffer.from(`\ufeff${text}`, 'utf16le'))
  const check = 'check zipped.jsonl.gz page.html wide.jsonl - -c contract.yaml -f json'
  const { code, out } = await types(check, gzipSync(text))
  const { suites } = JSON.parse(out) as { suites: { recording: string; rows: number; outcome: string }[] }
  expect(code).toBe(0)
  expect(suites.map(({ rows, outcome }) => [rows, outcome])).toEqual(Array(4).fill([53, 'holds']))
  expect(at('x')).toContain('x')
})

test('a recording that ends early is not said to hold', async () => {
  const { write, types } = desk()
  write('contract.yaml', CONTRACT)
  write('cut.jsonl', recordingOf(session(1)).slice(0, 20_000))
  const { code, out } = await types('check cut.jsonl -c contract.yaml')
  expect(code).toBe(2)
  expect(out).toContain('DAMAGED  cut.jsonl')
  expect(out).toMatch(/The recording ends in the middle of this line/)
  expect(out).toMatch(/The recording ends early: \d+ of \d+ facts are missing\./)
})

describe('it could not run, and says why in a sentence', () => {
  const ok = recordingOf(session(1))
  test.each<[string, string, Record<string, string | Uint8Array>, string | RegExp]>([
    [
      'no such recording',
      'check none.jsonl -c contract.yaml',
      {},
      'none.jsonl cannot be read: there is no such file.\n',
    ],
    [
      'no contract',
      'check a.jsonl -c none.yaml',
      {},
      'none.yaml cannot be read: there is no such file. check --update writes one.\n',
    ],
    ['no recording at all', 'check -c contract.yaml', {}, /missing required argument 'recordings'/],
    [
      'no such format',
      'check a.jsonl -c contract.yaml -f xml',
      {},
      'There is no format xml. There are human, json, junit, github, markdown.\n',
    ],
    ['no such command', 'chekc a.jsonl', {}, /unknown command 'chekc'/],
    [
      'another file',
      'check b.jsonl -c contract.yaml',
      { 'b.jsonl': 'hello\nyou' },
      'b.jsonl could not be read. Line 1: This is not a djust recording: its first line is not the header of one.\n',
    ],
    [
      'a newer version',
      'check b.jsonl -c contract.yaml',
      { 'b.jsonl': ok.replace('"version":1', '"version":9') },
      /newer version \(format 9; this reader knows up to 1\)/,
    ],
    [
      'a page without one',
      'check b.html -c contract.yaml',
      { 'b.html': '<!doctype html><p>hello' },
      'b.html is a page that holds no recording.\n',
    ],
    [
      'a zip that was cut',
      'check b.gz -c contract.yaml',
      { 'b.gz': gzipSync(ok).subarray(0, 900) },
      /b\.gz cannot be unzipped: unexpected end of file\./,
    ],
    [
      'words that are no contract',
      'check a.jsonl -c b.yaml',
      { 'b.yaml': 'version: 1\nclauses:\n  - trigger: typing in #q\n    render: nothing\n' },
      /^b\.yaml:3:14: .*put the value in quotes\.\nb\.yaml:4:13: The key render cannot be "nothing"/,
    ],
  ])('%s', async (_, line, files, says) => {
    const { write, types } = desk()
    write('a.jsonl', ok)
    write('contract.yaml', CONTRACT)
    for (const [name, content] of Object.entries(files)) write(name, content)
    const { code, out, err } = await types(line)
    expect([code, out]).toEqual([2, ''])
    if (typeof says === 'string') expect(err).toBe(says)
    else expect(err).toMatch(says)
  })
})

describe('a file that is made to hurt', () => {
  test('a zip that grows without end is stopped, and so is a line', async () => {
    const { write, types } = desk()
    write('contract.yaml', CONTRACT)
    const line = `${JSON.stringify({ doc: 'd', fact: { type: 'feature', seq: 1, at: 0, name: 'x'.repeat(9000) } })}\n`
    const [header = ''] = recordingOf(session(1)).split('\n', 1)
    write('bomb.jsonl.gz', gzipSync(`${header}\n${line.repeat(2_200)}`))
    write('line.jsonl.gz', gzipSync(Buffer.alloc(20_000_000, 0x20)))
    expect(await types('check bomb.jsonl.gz -c contract.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('bomb.jsonl.gz unzips to more than 200 times its size'),
    })
    expect((await types('check line.jsonl.gz -c contract.yaml')).err).toMatch(
      /line\.jsonl\.gz (is no recording: a line|unzips to more)/,
    )
  })

  test('YAML that names itself over and over, or goes too deep, is refused where it begins to', async () => {
    const { write, types } = desk()
    write('a.jsonl', recordingOf(session(1)))
    const laughs = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
    for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => [...pair]))
      laughs.push(`${other}: &${other} [${Array(10).fill(`*${one}`).join(',')}]`)
    write('laughs.yaml', laughs.join('\n'))
    write('deep.yaml', `clauses: ${'['.repeat(100_000)}`)
    write('steep.yaml', '- '.repeat(100_000))
    write('long.yaml', `# ${'x'.repeat(1_000_001)}`)
    expect(await types('check a.jsonl -c laughs.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Excessive alias count'),
    })
    expect((await types('check a.jsonl -c deep.yaml')).err).toBe(
      'deep.yaml:1:42: A contract is nested at most 32 deep.\n',
    )
    expect((await types('check a.jsonl -c steep.yaml')).err).toContain(
      'A contract is nested at most 32 deep.',
    )
    expect((await types('check a.jsonl -c long.yaml')).err).toContain(
      'A contract has at most 1000000 characters',
    )
  })
})
