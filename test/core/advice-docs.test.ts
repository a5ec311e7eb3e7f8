/** Every rule has a section in docs/advice.md, which says what it refuses, and nothing stale stands there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'

const sections = readFileSync(join(import.meta.dirname, '../../docs/advice.md'), 'utf8')
  .split(/^## /m)
  .slice(1)
const ofRules = sections.filter((section) => /^[a-z-]+\n/.test(section))

test('a section for each rule, in the order of the list', () => {
  expect(ofRules.map((section) => section.split('\n', 1)[0])).toEqual([...ADVICE_IDS])
})

test.each(ofRules)('%# says what proves it, what to change and what it refuses', (section) => {
  for (const part of ['**Proof:**', '**The change:**', '**Refuses:**']) expect(section).toContain(part)
})
