/**
 * The last step of `npm run test:djust`: fails when what was measured is not what is committed, or docs/conformance.md is not
 * what that makes. With `--update` it commits to what was measured instead.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NotAvailable } from '../../scripts/steps.ts'
import { findDrift } from './drift.ts'
import {
  COMMITTED,
  keepFacts,
  keepNotAvailable,
  readFacts,
  readNotAvailable,
  readResults,
} from './results.ts'
import { tableOf } from './table.ts'
import { update } from './update.ts'

const document = join(import.meta.dirname, '../../docs/conformance.md')
const measured = readResults()
const notAvailable = JSON.parse(process.env['NOT_AVAILABLE'] ?? '[]') as NotAvailable[]
const troubles: string[] = []

if (process.argv.includes('--update')) {
  const { facts, refused } = update(readFacts(), measured)
  rmSync(COMMITTED, { recursive: true, force: true })
  for (const each of facts) keepFacts(each)
  keepNotAvailable(notAvailable)
  writeFileSync(document, tableOf(facts, notAvailable))
  console.log(
    `docs/conformance.md: ${facts.map(({ release, browser }) => `${release} ${browser}`).join(', ')}`,
  )
  troubles.push(...refused)
}

const committed = readFacts()
const findings = findDrift(measured, committed, notAvailable)
troubles.push(...findings.troubles.filter((trouble) => !troubles.includes(trouble)))
if (!existsSync(document) || readFileSync(document, 'utf8') !== tableOf(committed, readNotAvailable()))
  troubles.push('docs/conformance.md is not what the results make: npm run test:djust -- --update')

for (const note of findings.notes) console.log(note)
for (const trouble of troubles) console.error(trouble)
const cells = measured.reduce((sum, { wanted }) => sum + wanted.length, 0)
console.log(`${cells} cells measured in ${measured.length} runs, ${troubles.length} troubles`)
process.exit(troubles.length > 0 ? 1 : 0)
