/** Makes the Python environments of the Django example, one folder per djust release and one for tests written in Python, and says clearly why it cannot. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Something of Python's is missing or refused; the message says what, and what to do. */
export class PythonEnvError extends Error {}
/** The index was reached and serves other releases, but none of that line for this Python. */
export class NotServedError extends PythonEnvError {}

export interface PythonEnv {
  python: string
  /** The djust release that is installed, for example 1.2.6. */
  version: string
}

const making = new Map<string, Promise<string>>()

/**
 * The environment with the example's requirements, made only when it is not there yet.
 * @param version what pip shall take for djust, for example `1.1.*`; without it the range in requirements.txt.
 * @throws NotServedError with pip's own sentence when this Python cannot have that release; PythonEnvError for whatever else is in the way.
 */
export async function ensurePythonEnv(example: string, version?: string): Promise<PythonEnv> {
  const folder = join(example, version ? `.venv-${version.replace(/\.\*$/, '')}` : '.venv')
  const wanted = await requirements(example, version)
  const python = await ensure(folder, wanted, `djust ${version ?? 'for the example'}`)
  const asked = await run(python, ['-c', 'from importlib.metadata import version; print(version("djust"))'])
  if (asked.code !== 0) throw new PythonEnvError(`djust does not load in ${folder}. Delete it and try again.`)
  return { python, version: asked.output.trim() }
}

/**
 * The Python that has what tests need of Python (pytest, Playwright, OpenTelemetry's messages), without djust.
 * @throws PythonEnvError when it cannot be made.
 */
export async function ensureTestTools(example: string): Promise<string> {
  const wanted = await readFile(join(example, 'requirements-tests.txt'), 'utf8')
  return ensure(join(example, '.venv-tests'), wanted, 'what the tests need')
}

function ensure(folder: string, wanted: string, what: string): Promise<string> {
  const known = making.get(folder) ?? make(folder, wanted, what)
  making.set(folder, known)
  // A failure is not remembered: the next call may come after the cure.
  known.catch(() => making.delete(folder))
  return known
}

async function make(folder: string, wanted: string, what: string): Promise<string> {
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  // Written last, so that a folder left half done is made again.
  const stamp = join(folder, 'installed.txt')
  const base = process.env['PYTHON'] ?? 'python3'
  const installed = existsSync(python) ? await readFile(stamp, 'utf8').catch(() => '') : ''
  if (installed === wanted) return python
  await rm(folder, { recursive: true, force: true })
  await check(base, ['--version'], `No ${base}. Install Python 3.10 or newer, or set PYTHON to its path.`)
  await mkdir(dirname(folder), { recursive: true })
  await check(
    base,
    ['-m', 'venv', folder],
    'Python has no venv or no pip. Install them (Debian: apt-get install python3-venv python3-pip).',
  )
  await writeFile(join(folder, 'requirements.txt'), wanted)
  try {
    await install(python, join(folder, 'requirements.txt'), what)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  await writeFile(stamp, wanted)
  return python
}

async function requirements(example: string, version: string | undefined): Promise<string> {
  const text = await readFile(join(example, 'requirements.txt'), 'utf8')
  return version ? text.replace(/^djust\b.*$/m, `djust==${version}`) : text
}

async function install(python: string, file: string, what: string): Promise<void> {
  const { code, output } = await run(python, [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', 'djust'],
    ...['-r', file],
  ])
  if (code === 0) return
  // What it ignored for another Python is a list of other packages' versions, and no reason.
  const said = output.split('\n').filter((line) => line.startsWith('ERROR:') && !line.includes('Ignored the'))
  // Of an index that it cannot reach pip says the same sentence, with no version in it.
  const isServed = /\(from versions: (?!none\))/.test(output)
  throw new (isServed ? NotServedError : PythonEnvError)(
    `pip could not install ${what}. It says:\n${said.join('\n') || output.trim()}`,
  )
}

async function check(command: string, args: string[], otherwise: string): Promise<void> {
  const { code, output } = await run(command, args)
  if (code !== 0) throw new PythonEnvError(output.trim() ? `${otherwise}\n${output.trim()}` : otherwise)
}

/** Runs a program to its end; one that is not there counts as failed. */
export function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.once('error', () => resolve({ code: 1, output }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
