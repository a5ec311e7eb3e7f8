import { expect, test } from 'vitest'
import { CAP_BOUNDS, readNames } from '../../src/panel/store/preferences.ts'
import { DEFAULT_CAPS } from '../../src/protocol/channel.ts'
import { page } from '../language/page.ts'
import { memory, setup } from './fake-page.ts'

const kept = (entries: Record<string, unknown>) => {
  const storage = memory()
  for (const [key, value] of Object.entries(entries)) storage.setItem(`djust.${key}`, JSON.stringify(value))
  return storage
}
const types = (said: ReturnType<ReturnType<typeof setup>['commands']>) =>
  said.map(({ command }) => command.type)

test('a page that says hello is told nothing of what is as it begins', () => {
  const { hello, commands } = setup()
  hello(page())
  expect(types(commands())).toEqual(['replay'])
})

test('what was set once is told to every page that says hello, before it is asked to go on', () => {
  const storage = kept({ caps: { ...DEFAULT_CAPS, facts: 500, stacks: 50 }, 'secret-names': ['pin'] })
  const { hello, commands } = setup({ storage })
  hello(page('one'))
  expect(commands()).toEqual([
    { doc: 'one', command: { type: 'secret-names', names: { pin: 'secret', PIN: 'secret', Pin: 'secret' } } },
    { doc: 'one', command: { type: 'caps', caps: { ...DEFAULT_CAPS, facts: 500, stacks: 50 } } },
    { doc: 'one', command: { type: 'replay', after: -1 } },
  ])
})

test('what changes is told to all frames at once, and nothing else with it', () => {
  const { store, commands } = setup()
  const { caps, secretNames } = store.preferences
  caps.value = { ...DEFAULT_CAPS, stacks: 50 }
  secretNames.value = ['IBAN']
  caps.value = DEFAULT_CAPS
  expect(commands()).toEqual([
    { command: { type: 'caps', caps: { ...DEFAULT_CAPS, stacks: 50 } } },
    { command: { type: 'secret-names', names: { IBAN: 'secret', iban: 'secret', Iban: 'secret' } } },
    { command: { type: 'caps', caps: DEFAULT_CAPS } },
  ])
})

test('a panel that was taken down tells nobody', () => {
  const { store, commands, stop } = setup()
  stop.abort()
  store.preferences.caps.value = { ...DEFAULT_CAPS, stacks: 50 }
  expect(commands()).toEqual([])
})

test.each([
  ['facts', CAP_BOUNDS.facts.most + 1],
  ['facts', 0.5],
  ['bytes', -1],
  ['payload', '9'],
  ['payload', null],
  ['stacks', true],
] as const)('a cap that was kept out of bounds is as at first: %s %j', (cap, value) => {
  const { store } = setup({ storage: kept({ caps: { ...DEFAULT_CAPS, [cap]: value } }) })
  expect(store.preferences.caps.value).toEqual(DEFAULT_CAPS)
})

test.each([
  ['caps', 7],
  ['secret-names', 'pin'],
  ['theme', 'pink'],
])('%s that cannot be read is as at first', (key, value) => {
  const { store, hello, commands } = setup({ storage: kept({ [key]: value }) })
  hello(page())
  expect(types(commands())).toEqual(['replay'])
  expect(store.theme.value).toBe('light')
})

test('names are trimmed, and each is kept once; what is too much is said', () => {
  expect(readNames(' pin \n\nIBAN\npin')).toEqual({ names: ['pin', 'IBAN'] })
  expect(readNames(`ok\n${'x'.repeat(101)}`)).toMatchObject({
    names: ['ok'],
    wrong: expect.stringContaining('100'),
  })
  const many = Array.from({ length: 51 }, (_, place) => `n${place}`).join('\n')
  expect(readNames(many)).toMatchObject({ names: { length: 50 }, wrong: expect.stringContaining('50') })
})

test('a theme that was chosen wins over the house, and gives way again', () => {
  const { store } = setup({ storage: kept({ theme: 'dark' }) })
  expect(store.theme.value).toBe('dark')
  store.preferences.theme.value = 'house'
  expect(store.theme.value).toBe('light')
})
