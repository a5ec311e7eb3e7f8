/** The curl command, run by a real bash with a curl that only says what it was given. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { curl } from '../../src/core/copy/curl.ts'
import { page } from '../language/page.ts'
import { copyOf, HOSTILE } from './copy-of.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-curl-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const filled = { CSRFTOKEN: 'token', COOKIE: 'csrftoken=token; shop_session=session', PASSWORD: 'pa ss"$x' }

/** The arguments of each command, in order; bash runs in an empty folder. */
function run(commands: readonly string[], env: Record<string, string> = filled): string[][] {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\0END\\0'; }\n${commands.join('\n')}\n`
  const said = execFileSync('bash', ['--norc', '-s'], { cwd: folder, env, input: script, stdio: 'pipe' })
  return said
    .toString('utf8')
    .split('\0\0END\0')
    .slice(0, -1)
    .map((args) => args.split('\0'))
}

test('the command is the request, an option a line', () => {
  const command = copyOf(curl, page().calls('f', { q: "it's" }), 'f')
  expect(
    command,
  ).toBe(String.raw`: "${'$'}{CSRFTOKEN:?Set CSRFTOKEN to the csrftoken cookie of your browser, or the csrfmiddlewaretoken of the page}"
: "${'$'}{COOKIE:?Set COOKIE to the Cookie header of a request to this site, as the Network panel shows it}"
curl --globoff \
  --url 'http://127.0.0.1/djust/api/call/issues.new/f/' \
  --header 'Content-Type: application/json' \
  --header 'X-CSRFToken: '"${'$'}{CSRFTOKEN:?}" \
  --header 'X-Requested-With: XMLHttpRequest' \
  --cookie "${'$'}{COOKIE:?}" \
  --data-raw $'{"params":{"q":"it\'s"}}'`)
})

test('bash hands every part of it to curl as one argument', () => {
  expect(run([copyOf(curl, page().fallsBack('add tag'), 'add tag')])).toEqual([
    [
      '--globoff',
      ...['--url', 'http://127.0.0.1/'],
      ...['--header', 'Content-Type: application/json'],
      ...['--header', 'X-CSRFToken: token'],
      ...['--header', 'X-Djust-Event: add tag'],
      ...['--cookie', 'csrftoken=token; shop_session=session'],
      ...['--data-raw', '{}'],
    ],
  ])
})

test('a secret is a variable, and what fills it is never read by the shell', () => {
  const command = copyOf(curl, page().calls('f', { pw: '‹password#1›' }), 'f')
  expect(command).toContain('Set PASSWORD to the password that was sent, escaped as JSON needs it}"')
  const [args] = run([command], { ...filled, PASSWORD: String.raw`pa ss\"$x` })
  expect(JSON.parse(args?.at(-1) ?? '')).toEqual({ params: { pw: 'pa ss"$x' } })
})

describe('a variable that was forgotten', () => {
  const command = copyOf(curl, page().calls('f', { pw: '‹password#1›' }), 'f')

  test.each(Object.keys(filled))('%s stops the command and says what it is', (name) => {
    const { [name]: _, ...others } = filled as Record<string, string>
    expect(() => run([command], others)).toThrow(new RegExp(`Set ${name} to the \\w+`))
  })
})

/** As a browser would have sent it. */
const sent = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text))

test('a hostile payload is data to bash, and runs nothing', () => {
  const texts = HOSTILE.map((text) => ({ [text]: [text] }))
  const commands = texts.map((params) => copyOf(curl, page().calls('f', params), 'f'))
  expect(run(commands).map((args) => args.at(-1))).toEqual(
    texts.map((params) => sent(JSON.stringify({ params }))),
  )
  expect(readdirSync(folder)).toEqual([])
})

test('so is a hostile address', () => {
  const words = HOSTILE.filter((text) => text !== '').map((text) => text.replaceAll('\0', ''))
  const row = page().calls('f').row('f')
  const commands = words.map((word) => curl.write(row, { page: '', url: `http://127.0.0.1/${word}/f/` }))
  expect(run(commands).map((args) => args[2])).toEqual(
    words.map((word) => `http://127.0.0.1/${sent(word)}/f/`),
  )
  expect(readdirSync(folder)).toEqual([])
})

test('no payload puts a control character, or one that turns text around, bare into the command', () => {
  const commands = HOSTILE.map((text) => copyOf(curl, page().calls('f', { text }), 'f'))
  for (const command of commands) expect(command.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
})

test('any payload comes back from bash as it was', () => {
  const sign = fc.constantFrom(...'\'"\\!$`0 \n\u0085\u202e\u{e0041}é', '\ud800')
  const unit = fc.oneof(sign, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
  const texts = fc.sample(fc.string({ unit, maxLength: 40 }), { numRuns: 200, seed: 4 })
  const commands = texts.map((text) => copyOf(curl, page().calls('f', { text }), 'f'))
  expect(run(commands).map((args) => args.at(-1))).toEqual(
    texts.map((text) => sent(JSON.stringify({ params: { text } }))),
  )
})
