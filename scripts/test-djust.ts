/**
 * `npm run test:djust`: the built extension on the real djust, in real browsers: the newest release in full, the older lines in
 * brief, and what they say held against docs/conformance.md. Ends with one total.
 *
 * `--full` runs all lines in full in both browsers; `--update` commits to what this run measured, instead of failing where it
 * differs. DJUST_VERSIONS names other lines than the usual, ZOO a few entries of the zoo and nothing
 * else, ZOO_BROWSERS one browser.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePythonEnv, NotServedError, PythonEnvError } from './python-env.ts'
import {
  conformance,
  type NotAvailable,
  newestDjust,
  newestDjustAlone,
  runSteps,
  STEPS,
  zooInBrief,
  zooInFull,
} from './steps.ts'

const root = join(import.meta.dirname, '..')
const example = join(root, 'examples/django')
const given = process.argv.slice(2)
const unknown = given.find((each) => each !== '--full' && each !== '--update')
if (unknown !== undefined) fail(`There is no ${unknown}. It takes --full and --update.`)
const lines = (process.env['DJUST_VERSIONS'] ?? '1.1.*,1.0.*,0.9.*').split(',').filter(Boolean)

const { available, notAvailable } = await sortOut(lines).catch((problem: unknown) => {
  if (problem instanceof PythonEnvError) fail(problem.message)
  throw problem
})
// What an earlier run left must not fill a cell of this one.
rmSync(join(root, 'artifacts/conformance'), { recursive: true, force: true })
for (const { asked, says } of notAvailable) console.log(`djust ${asked} is not available here: ${says}`)

const older = given.includes('--full')
  ? available.map((line) => zooInFull(line))
  : // One browser each, in turn: each browser meets an older runtime, and none twice.
    [available.map((line, at) => zooInBrief(line, at % 2 === 0 ? 'chromium' : 'firefox'))]
const newest = process.env['ZOO'] ? [zooInFull()] : [newestDjustAlone(), [newestDjust(), ...zooInFull()]]
const last = conformance(notAvailable, given.includes('--update'))
process.exit(await runSteps([STEPS.build, ...newest, ...older, last]))

/** Makes the newest, and finds which lines this Python can have beside it; what pip says of the others is kept for the table. */
async function sortOut(asked: string[]): Promise<{ available: string[]; notAvailable: NotAvailable[] }> {
  const available: string[] = []
  const notAvailable: NotAvailable[] = []
  await ensurePythonEnv(example)
  for (const line of asked) {
    try {
      await ensurePythonEnv(example, line)
      available.push(line)
    } catch (problem) {
      if (!(problem instanceof NotServedError)) throw problem
      notAvailable.push({ asked: line, says: problem.message })
    }
  }
  return { available, notAvailable }
}

function fail(message: string): never {
  console.error(`\n${message}\n\n0 passed, 1 failed`)
  process.exit(1)
}
