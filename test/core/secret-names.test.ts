/** What the settings' tester says would be hidden is what the page's redactor hides. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfName } from '../../src/content/instrument/secret-names.ts'
import { hiddenIn, whyHiddenUnder } from '../../src/core/secret-names.ts'
import { spellingsOf } from '../../src/core/spellings.ts'
import { redactor } from '../instrument/redactor-for.ts'

const NONE: ReadonlySet<string> = new Set()
const names = [
  ...['q', 'name', 'value', 'content', 'type', 'id', 'token_count', 'pin', '__proto__', 'user[name]'],
  ...['password', 'newPassword', 'user[password]', 'pwd', 'passphrase', 'csrfmiddlewaretoken', 'accessToken'],
  ...[
    'api_key',
    'api-key',
    'apikey',
    'secret',
    'client_secret',
    'Authorization',
    'sessionid',
    'cookie',
    'credentials',
  ],
]
const name = fc.constantFrom(...names)

test('names are told as the instrument tells them', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        name,
        fc.string(),
        fc.tuple(name, name).map(([a, b]) => `${a}${b}`),
      ),
      (each) => {
        expect(whyHiddenUnder(each, NONE)?.kind).toBe(kindOfName(each))
      },
    ),
  )
})

const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('', ' ', 'word', 'password', 'two words', '{"password":"in it"}'),
  ),
  list: fc.array(tie('tree'), { maxLength: 3 }),
  object: fc
    .array(fc.tuple(name, tie('tree')), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('object')),
}))

/** Paths at which a placeholder stands, also in JSON that is a text. */
function placeholders(json: unknown, path: string): string[] {
  if (typeof json === 'string' && /^\s*[{[]/.test(json)) return placeholders(JSON.parse(json), path)
  if (typeof json === 'string') return /^‹\w+#\d+›$/.test(json) ? [path] : []
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) =>
    placeholders(value, Array.isArray(json) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  )
}

test('of any JSON, what is said to be hidden is what the redactor hides', () => {
  fc.assert(
    fc.property(tree, (json) => {
      const text = JSON.stringify({ json })
      const told = hiddenIn(JSON.parse(text), NONE).map(({ path }) => path)
      expect(told).toEqual(placeholders(JSON.parse(redactor()(text)), ''))
    }),
    { numRuns: 500 },
  )
})

test.each([
  { name: 'password', value: 'x', content: 'y', other: 'z' },
  { rows: [{ field: 'api_key', deep: { value: ['x', { value: 'y' }] } }] },
  { type: 'csrf', name: 'password', Value: 7 },
  { path: '{"name":"secret","value":"x"}' },
])('what is named beside its value is hidden as the redactor hides it: %j', (json) => {
  const hidden = placeholders(JSON.parse(redactor()(JSON.stringify(json))), '')
  expect(hidden).not.toEqual([])
  expect(hiddenIn(json, NONE).map(({ path }) => path)).toEqual(hidden)
})

test('a name of one’s own hides what stands under it, small, in capitals or with a capital first, and however nested', () => {
  const own = new Set(spellingsOf('pin'))
  for (const each of ['pin', 'PIN', 'user[pin]', 'user.pin', 'pin[]'])
    expect(whyHiddenUnder(each, own)).toEqual({ kind: 'secret', isOwn: true })
  expect(whyHiddenUnder('pinned', own)).toBeUndefined()
  expect(hiddenIn({ user: [{ Pin: 7 }] }, own)).toEqual([
    { path: 'user[0].Pin', kind: 'secret', isOwn: true },
  ])
})

test('what is nested too deeply is refused, not overflown', () => {
  const deep = JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`)
  expect(() => hiddenIn(deep, NONE)).toThrow(RangeError)
})
