/** `record`: what is said before any browser is started, and how the Recorder's selectors are read. */
import { expect, test } from 'vitest'
import { readSteps, selectorsOf } from '../../src/cli/steps/read-steps.ts'
import { desk } from './command-line.ts'

test.each([
  [[['#tag-input']], ['css=#tag-input']],
  [
    [['aria/Add a tag[role="combobox"]'], ['#tag-input']],
    ['role=combobox[name="Add a tag"]', 'css=#tag-input'],
  ],
  [[['aria/Save']], ['css=[aria-label="Save"]']],
  [
    [['xpath///*[@id="q"]'], ['text/Save "it"']],
    ['xpath=//*[@id="q"]', 'text="Save \\"it\\""'],
  ],
  [[['#host', 'pierce/#inner']], ['css=#host >> css=#inner']],
  ['nothing', []],
])('%j is looked for as %j', (selectors, found) => {
  expect(selectorsOf({ type: 'click', selectors })).toEqual(found)
})

test.each([
  ['hello', /^a\.json is no JSON/],
  ['[]', /^a\.json has no list of steps/],
  ['{"steps":[{"type":"click"},{}]}', 'a.json: step 2 has no type.'],
])('%s is no file of the Recorder', (text, says) => {
  expect(() => readSteps(text, 'a.json')).toThrow(says)
})

test('steps that cannot be read are told before a browser starts', async () => {
  const { write, types } = desk()
  write('steps.json', '{}')
  write('steps.cjs', 'module.exports = 7')
  const url = 'http://127.0.0.1:9/'
  const record = (steps: string) => types(`record ${url} --steps ${steps} --output a.jsonl`)
  expect(await record('none.json')).toMatchObject({
    code: 2,
    err: 'none.json cannot be read: there is no such file.\n',
  })
  expect((await record('steps.json')).err).toContain('steps.json has no list of steps')
  expect((await record('steps.cjs')).err).toContain('steps.cjs exports no function by default.')
  expect((await types(`record ${url}`)).err).toContain("required option '-o, --output <file>'")
})
