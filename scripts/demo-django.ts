/** `npm run demo:django`: serves examples/django on the real djust; tests start the same server with `startDjango`. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePythonEnv, PythonEnvError, run } from './python-env.ts'

const example = join(import.meta.dirname, '../examples/django')

export interface DjangoOptions {
  /** What pip shall take for djust, for example `1.1.*`; without it the range in requirements.txt. */
  version?: string | undefined
  /** 0, the default, takes a free one. */
  port?: number
  /** Tracebacks, timing and djust's own debug panel. */
  debug?: boolean
  /** Takes as many messages a second as come: for benchmarks. */
  isUnlimited?: boolean
  /** What pages use when their address does not say `?transport=`. */
  transport?: 'ws' | 'sse'
  /** Hears every line that the server writes. */
  log?: (line: string) => void
  /** Stops the server, also while it starts. */
  signal?: AbortSignal
}

export interface Django {
  /** For example http://127.0.0.1:8000, without a slash at the end. */
  url: string
  /** The djust release that is installed. */
  version: string
  /** Ends the server and deletes its database; safe to call twice. */
  stop: () => Promise<void>
}

/**
 * Starts the example with a fresh database, and resolves when it answers.
 * @throws PythonEnvError when Python, pip or the release is missing, or the server does not come up.
 */
export async function startDjango(options: DjangoOptions = {}): Promise<Django> {
  const { python, version } = await ensurePythonEnv(example, options.version)
  options.signal?.throwIfAborted()
  const folder = await mkdtemp(join(tmpdir(), 'djust-django-'))
  const env = {
    ...process.env,
    DJANGO_SETTINGS_MODULE: 'project.settings',
    DJANGO_DATABASE: join(folder, 'db.sqlite3'),
    DJANGO_DEBUG: options.debug ? '1' : '',
    DJANGO_UNLIMITED: options.isUnlimited ? '1' : '',
    DJANGO_TRANSPORT: options.transport ?? 'ws',
    PYTHONUNBUFFERED: '1',
  }
  let server: ChildProcess | undefined
  // A process that ends without stopping first must not leave a server behind.
  const kill = () => server?.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    options.signal?.removeEventListener('abort', stop)
    if (server) await end(server)
    process.removeListener('exit', kill)
    await rm(folder, { recursive: true, force: true })
  }
  options.signal?.addEventListener('abort', stop)
  try {
    for (const command of ['migrate', 'seed']) {
      const { code, output } = await run(python, ['manage.py', command], { cwd: example, env })
      if (code !== 0)
        throw new PythonEnvError(`manage.py ${command} failed with djust ${version}:\n${output}`)
    }
    options.signal?.throwIfAborted()
    server = serve(python, options.port ?? 0, env)
    const url = await whenServing(server, options.log)
    const page = await fetch(`${url}/tags/`)
    if (!page.ok) throw new PythonEnvError(`${page.url} answers ${page.status} with djust ${version}.`)
    return { url, version, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function serve(python: string, port: number, env: NodeJS.ProcessEnv): ChildProcess {
  const args = ['-m', 'uvicorn', 'project.asgi:application', '--host', '127.0.0.1', '--port', String(port)]
  // An open event stream would hold the shutdown for ever.
  args.push('--timeout-graceful-shutdown', '1')
  return spawn(python, args, { cwd: example, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Resolves to the address that the server says it listens on. */
function whenServing(server: ChildProcess, log: DjangoOptions['log']): Promise<string> {
  return new Promise((resolve, reject) => {
    const last: string[] = []
    const hear = (text: string) => {
      for (const line of text.split('\n').filter(Boolean)) {
        log?.(line)
        last.push(line)
        if (last.length > 30) last.shift()
        const url = /running on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1]
        if (url) resolve(url)
      }
    }
    for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', hear)
    server.once('error', reject)
    server.once('exit', () => reject(new PythonEnvError(`The server ended:\n${last.join('\n')}`)))
  })
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(timer)
}

function readPort(text = '8000'): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new PythonEnvError(`PORT=${text} is no port. Use a whole number from 0 to 65535.`)
}

if (import.meta.main) {
  const stop = new AbortController()
  try {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
    console.log('Preparing Python, djust and the database; the first time takes a minute …')
    const django = await startDjango({
      version: process.env['DJUST_VERSION'] || undefined,
      port: readPort(process.env['PORT']),
      debug: process.env['DJANGO_DEBUG'] === '1',
      transport: process.env['DJANGO_TRANSPORT'] === 'sse' ? 'sse' : 'ws',
      signal: stop.signal,
    })
    console.log(`djust ${django.version}: tutorial ${django.url}/tags/, zoo ${django.url}/zoo/`)
    console.log('Stop it with Ctrl+C.')
  } catch (error) {
    if (stop.signal.aborted) process.exit(0)
    if (!(error instanceof PythonEnvError)) throw error
    console.error(`\n${error.message}\n`)
    process.exit(1)
  }
}
