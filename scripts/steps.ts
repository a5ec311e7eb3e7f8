/** The steps that `check` and `test` are made of, and the one total they end with. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

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

const zoo = vitest('djust', 'test/djust/zoo.djust.ts')

/** Everything there is for the real djust, on the newest release that requirements.txt allows. */
export function newestDjust(): Step {
  return { ...vitest('djust', '--no-file-parallelism'), says: 'newest djust, in full' }
}

/** The whole zoo, on another line if one is named, for example `1.1.*`. */
export function zooInFull(line?: string): Step {
  if (line === undefined) return { ...zoo, says: 'newest djust, the zoo alone' }
  return { ...zoo, says: `djust ${line}, in full`, env: { DJUST_VERSION: line } }
}

/** The zoo's few most telling entries on another line, in one browser. */
export function zooInBrief(line: string, browser: string): Step {
  return {
    ...zoo,
    says: `djust ${line}, in brief, in ${browser}`,
    env: { DJUST_VERSION: line, ZOO_BRIEF: '1', ZOO_BROWSERS: browser },
  }
}

/** A release line that this Python cannot have, and pip's own sentence about it. */
export interface NotAvailable {
  /** For example `0.8.*`. */
  asked: string
  says: string
}

/** Holds what the zoo said against what is committed, or commits to it. */
export function conformance(notAvailable: NotAvailable[], isUpdate: boolean): Step {
  return {
    says: 'conformance',
    args: ['test/djust/conformance.ts', ...(isUpdate ? ['--update'] : [])],
    env: { NOT_AVAILABLE: JSON.stringify(notAvailable) },
  }
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
} satisfies Record<string, Step>

/** Runs every step even after one has failed, prints the total as the last line, and gives the exit code. */
export async function runSteps(steps: Step[]): Promise<number> {
  mkdirSync(join(root, 'artifacts'), { recursive: true })
  let passed = 0
  let failed = 0
  const broken: string[] = []
  for (const step of steps) {
    if (step.counts) rmSync(join(root, step.counts), { force: true })
    console.log(`\n— ${step.says}`)
    const ok = (await run(step)) === 0
    const counted = step.counts ? countsIn(join(root, step.counts)) : undefined
    if (counted) {
      passed += counted.passed
      // A file that could not even be loaded runs no test, and must still count.
      failed += ok ? counted.failed : Math.max(1, counted.failed)
    } else if (ok) passed++
    else failed++
    if (!ok)
      broken.push(...(counted?.names.length ? counted.names : ['']).map((name) => `✗ ${step.says}: ${name}`))
  }
  // What failed stands beside the total: a long log hides it.
  for (const each of broken) console.log(each)
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

interface Counts {
  passed: number
  failed: number
  /** Of the failed tests, each with the first line of why. */
  names: string[]
}

function countsIn(file: string): Counts | undefined {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, names: testResults.flatMap(namesOfFailed) }
  } catch {
    return undefined
  }
}

interface FileResult {
  name: string
  status: string
  message: string
  assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[]
}

function namesOfFailed({ name, status, message, assertionResults }: FileResult): string[] {
  const failed = assertionResults.filter((each) => each.status === 'failed')
  if (failed.length === 0)
    return status === 'failed' ? [`${relative(root, name)}: ${firstLine(message)}`] : []
  return failed.map(
    ({ fullName, failureMessages }) =>
      `${relative(root, name)}: ${fullName}: ${firstLine(failureMessages?.[0] ?? '')}`,
  )
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0] ?? ''
