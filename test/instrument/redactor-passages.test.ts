/** The redactor on what came in another way than plain text: frames, answers, JSON that was cut or is too deep, foreign spellings. */
import { expect, test } from 'vitest'
import { redactor } from './redactor-for.ts'

test('what a frame says of itself is looked through for telling names and tokens, and only typed passwords stay in it', () => {
  const redact = redactor([], ['abcdefghijklmnop'], ['broadcast'])
  const frame =
    '{"type":"broadcast","source":"/p?access_token=abc","event":"{\\"password\\":\\"x\\"}","view":"abcdefghijklmnop"}'
  const safe =
    '{"type":"broadcast","source":"/p?access_token=‹secret#1›","event":"{\\"password\\":\\"‹password#1›\\"}","view":"‹csrf#1›"}'
  expect(redact(frame, true, true)).toBe(safe)
  expect(redact(frame, true)).toBe(safe)
})

test('a request and an answer that are no frames say nothing of themselves', () => {
  for (const incoming of [false, true])
    expect(redactor([], [], ['hunter2'])('{"type":"x","source":"hunter2"}', false, incoming)).toBe(
      '{"type":"x","source":"‹password#1›"}',
    )
})

test.each(['type', 'event', 'ref', 'view'])(
  'a password field called %s hides no word that a frame says of itself, but a member of that name further in',
  (field) => {
    const frame = '{"type":"event","event":"x","ref":7,"view":"v"'
    expect(redactor([field])(`${frame},"params":{"${field}":"1234"}}`, true)).toBe(
      `${frame},"params":{"${field}":"‹password#1›"}}`,
    )
  },
)

test('while a password is typed only what goes out is one, not every value of an answer', () => {
  const redact = redactor([], [], [], true)
  const patch =
    '{"type":"patch","patches":[{"op":"SetAttr","key":"class","value":"active"},{"content":"Too short"}]}'
  expect(redact(patch, true, true)).toBe(patch)
  expect(redact(patch, false, true)).toBe(patch)
  expect(redact('{"params":{"value":"12"}}', true)).toBe('{"params":{"value":"‹password#1›"}}')
})

test.each([
  ['a form', 'cl%C3%A9=1234&b=1', 'cl%C3%A9=‹password#1›&b=1'],
  ['JSON that escapes it', '{"cl\\u00e9":"1234"}', '{"clé":"‹password#1›"}'],
  ['JSON', '{"clé":"1234"}', '{"clé":"‹password#1›"}'],
  ['JSON that was cut', '{"clé":"1234","x":"', '{"clé":"‹password#1›","x":"'],
  ['JSON that was cut and escapes it', '{"cl\\u00e9":"1234","x":"', '{"cl\\u00e9":"‹password#1›","x":"'],
  ['HTML', '<input name="clé" value="1234">', '<input name="clé" value="‹password#1›">'],
])('a password field with a name beyond ASCII keeps its secret in %s', (_where, text, safe) => {
  expect(redactor(['clé'])(text)).toBe(safe)
})

test.each([
  ['a blank in its name', '{"user password":"1234","x":"', '{"user password":"‹password#1›","x":"'],
  ['a colon in its name', '{"form:pin":"1234","x":"', '{"form:pin":"‹password#1›","x":"'],
  ['a brace in its value', '{"password":"12{34","n":1,"x":"', '{"password":"‹password#1›","n":1,"x":"'],
  ['a tag in its value', '{"password":"12<b c","n":1,"x":"', '{"password":"‹password#1›","n":1,"x":"'],
])('in JSON that was cut a secret with %s is found', (_what, text, safe) => {
  expect(redactor(['form:pin'])(text)).toBe(safe)
})

test.each([
  [
    'blanks around its equals signs',
    '<input\n value = "1234"\n name= "password" title = "kept">',
    '<input\n value = "‹password#1›"\n name= "password" title = "kept">',
  ],
  [
    'upper-case names',
    '<INPUT NAME="password" VALUE="1234"><META NAME="csrf-token" CONTENT=\'t\'>',
    '<INPUT NAME="password" VALUE="‹password#1›"><META NAME="csrf-token" CONTENT=\'‹csrf#1›\'>',
  ],
])('HTML with %s is read like any other', (_what, text, safe) => {
  expect(redactor()(text)).toBe(safe)
})

test('code that compares a token is no value of it', () => {
  const code = '<script>if (token === wanted) token = next()</script>'
  expect(redactor()(code)).toBe(code)
})

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

test('JSON nested too deep for its tree is looked through as text, and each secret counts once', () => {
  const tally = {}
  const redact = redactor([], [], ['hunter2'])
  expect(redact(`{"token":"a","say":"hunter2","d":${deep}}`, true, false, tally)).toBe(
    `{"token":"‹secret#1›","say":"‹password#1›","d":${deep}}`,
  )
  expect(tally).toEqual({ redacted: 2 })
  expect(redact(`{"d":${deep}}`)).toBe(`{"d":${deep}}`)
})

test('a secret that begins like a placeholder is one', () => {
  expect(redactor()('{"password":"‹abc","token":"‹secret#7›"}')).toBe(
    '{"password":"‹password#1›","token":"‹secret#7›"}',
  )
})
