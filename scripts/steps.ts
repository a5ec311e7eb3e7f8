/** The steps that `check` and `test` are made of, and the one total they end with. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', name)

interface Step {
  says: string
  /** Arguments of the Node that runs this. */
  args: string[]
  /** Where vitest leaves its counts; a step without one counts as a single check. */
  counts?: string
  env?: Record<string, string>
}

const vitest = (project: string, ...more: string[]): Step => ({
  says: `${project} tests`,
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=artifacts/${project}.json`,
    ...more,
  ],
  counts: `artifacts/${project}.json`,
})

/** The zoo on one release of djust; the newest that requirements.txt allows when none is named. */
export function zoo(version?: string): Step {
  const step = vitest('djust', '--no-file-parallelism')
  if (version === undefined) return step
  return { ...step, says: `djust ${version} tests`, env: { DJUST_VERSION: version } }
}

export const STEPS = {
  lint: {
    says: 'format and lint',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  },
  types: { says: 'types', args: [bin('typescript/bin/tsc'), '-p', '.'] },
  coreTypes: {
    says: 'types of core, which knows no DOM',
    args: [bin('typescript/bin/tsc'), '-p', 'src/core'],
  },
  deadCode: { says: 'dead code', args: [bin('knip/bin/knip.js')] },
  build: { says: 'build', args: ['scripts/build.ts'] },
  unit: vitest('unit'),
  // One after the other: two browsers at once on two cores measure each other.
  e2e: vitest('e2e', '--no-file-parallelism'),
  conformance: { says: 'conformance', args: ['test/djust/conformance.ts'] },
} satisfies Record<string, Step>

/** Runs every step even after one has failed, prints the total as the last line, and gives the exit code. */
export async function runSteps(steps: Step[]): Promise<number> {
  mkdirSync(join(root, 'artifacts'), { recursive: true })
  let passed = 0
  let failed = 0
  for (const step of steps) {
    if (step.counts) rmSync(join(root, step.counts), { force: true })
    console.log(`\n— ${step.says}`)
    const ok = (await run(step)) === 0
    const counted = step.counts && countsIn(join(root, step.counts))
    if (counted) {
      passed += counted.passed
      // A file that could not even be loaded runs no test, and must still count.
      failed += ok ? counted.failed : Math.max(1, counted.failed)
    } else if (ok) passed++
    else failed++
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function run({ args, env = {} }: Step): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
      .once('exit', (code) => resolve(code ?? 1))
      .once('error', () => resolve(1))
  })
}

function countsIn(file: string): { passed: number; failed: number } | undefined {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return undefined
  }
}
