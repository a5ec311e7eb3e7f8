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

const vitest = (project: string, ...more: string[]): Step => counted(project, project, more)

/** `report`: the name of the file with its counts, its own among those that run beside it. */
const counted = (project: string, report: string, more: string[]): Step => ({
  says: `${project} tests`,
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=artifacts/${report}.json`,
    ...more,
  ],
  counts: `artifacts/${report}.json`,
})

const ZOO = 'test/djust/zoo.djust.ts'
/** What fills both cores for long, or would be disturbed by what runs beside it: one after the other. */
const ALONE = ['test/djust/tally.djust.ts', 'test/djust/unchanged.djust.ts']
/** Run by their names, until it is known how long they take beside all the others: 2,000 actions over well-written pages, and every mishap. */
const BY_NAME = ['test/djust/advice.djust.ts', 'test/djust/mishaps.djust.ts']
const zoo = (browser: string, line = 'newest') =>
  counted('djust', `zoo-${line.replace('*', 'x')}-${browser}`, [ZOO])
const zooBrowsers = (process.env['ZOO_BROWSERS'] ?? 'chromium,firefox').split(',')

/** For the newest release that requirements.txt allows. */
export function newestDjustAlone(): Step {
  return {
    ...counted('djust', 'djust-alone', ['--no-file-parallelism', ...ALONE]),
    says: 'newest djust, what runs alone',
  }
}

/** Everything else but the zoo, on the newest release. It fits beside the zoo, which waits for silence most of its time. */
export function newestDjust(): Step {
  const others = [ZOO, ...ALONE, ...BY_NAME].map((file) => `--exclude=${file}`)
  return { ...vitest('djust', '--no-file-parallelism', ...others), says: 'newest djust, beside the zoo' }
}

/** The whole zoo, in each browser, on another line if one is named, for example `1.1.*`. The zoo waits for silence most of its time, so that both fit beside each other. */
export function zooInFull(line?: string): Step[] {
  return zooBrowsers.map((browser) => ({
    ...zoo(browser, line),
    says: `djust ${line ?? 'newest'}, the zoo in full, in ${browser}`,
    env: { ZOO_BROWSERS: browser, ...(line === undefined ? {} : { DJUST_VERSION: line }) },
  }))
}

/** The zoo's few most telling entries on another line, in one browser. */
export function zooInBrief(line: string, browser: string): Step {
  return {
    ...zoo(browser, line),
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
  // As many as there are cores: of two, vitest leaves one idle.
  unit: vitest('unit', '--maxWorkers=100%'),
  // One after the other: two browsers at once on two cores measure each other.
  e2e: vitest('e2e', '--no-file-parallelism'),
} satisfies Record<string, Step>

/** Runs every step even after one has failed, those of a list beside each other, prints the total as the last line, and gives the exit code. */
export async function runSteps(steps: (Step | Step[])[]): Promise<number> {
  mkdirSync(join(root, 'artifacts'), { recursive: true })
  let passed = 0
  const broken: string[] = []
  for (const each of steps) {
    const beside = [each].flat()
    for (const { says, counts } of beside) {
      if (counts) rmSync(join(root, counts), { force: true })
      console.log(`\n— ${says}`)
    }
    const endings = await Promise.all(beside.map(async (step) => endingOf(step, await run(step))))
    for (const [at, ending] of endings.entries()) {
      passed += ending.passed
      broken.push(...ending.failed.map((name) => `✗ ${beside[at]?.says}${name && `: ${name}`}`))
    }
  }
  // What failed stands beside the total: a long log hides it.
  console.log(['', ...broken, '', `${passed} passed, ${broken.length} failed`].join('\n'))
  return broken.length === 0 ? 0 : 1
}

interface Ending {
  passed: number
  /** What failed, each with the first line of why; a step that fails as a whole has no name beside its own. */
  failed: string[]
}

function endingOf({ counts }: Step, code: number): Ending {
  const counted = counts ? countsIn(join(root, counts)) : undefined
  if (!counted) return code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [''] }
  // What could not even be run has no test that failed, and must still count.
  return code !== 0 && counted.failed.length === 0 ? { ...counted, failed: [''] } : counted
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

function countsIn(file: string): Ending | undefined {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: testResults.flatMap(namesOfFailed) }
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
