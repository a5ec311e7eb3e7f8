/**
 * `npm run test:djust`: the built extension on the real djust, in real browsers. The newest release in full; others are named by
 * DJUST_VERSIONS, for example `1.1.*,1.0.*`. Ends with one total.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePythonEnv, PythonEnvError } from './python-env.ts'
import { runSteps, STEPS, zoo } from './steps.ts'

const root = join(import.meta.dirname, '..')
const versions = process.env['DJUST_VERSIONS']?.split(',') ?? []

try {
  await ensurePythonEnv(join(root, 'examples/django'))
} catch (problem) {
  if (!(problem instanceof PythonEnvError)) throw problem
  console.error(`\n${problem.message}\n\n0 passed, 1 failed`)
  process.exit(1)
}
// What an earlier run left must not fill a cell of this one.
rmSync(join(root, 'artifacts/conformance'), { recursive: true, force: true })
process.exit(
  await runSteps([STEPS.build, zoo(), ...versions.map((version) => zoo(version)), STEPS.conformance]),
)
