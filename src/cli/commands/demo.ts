/** `demo`: serves the tutorial beside the panel, as `npm start` does in the repository. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CliError } from '../cli-error.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import type { Command } from './command.ts'

interface Options {
  port: string
  data: string
}

export const demo: Command = {
  add(program, terminal, run) {
    program
      .command('demo')
      .description('Serve the tutorial beside the panel, on this machine only.')
      .option('-p, --port <port>', 'the port; 0 takes a free one', '4400')
      .option(
        '-d, --data <folder>',
        "where the demo's database is kept",
        join(tmpdir(), 'djust-devtools-demo'),
      )
      .action((options: Options) => run(() => serve(options, terminal)))
  },
}

/** Beside the built program; and, where this runs as it was written, where the build puts it. */
const STUDIOS = ['./studio/', '../../../dist/studio/']

async function serve({ port, data }: Options, terminal: Terminal): Promise<ExitCode> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new CliError(`${port} is no port. Use a whole number from 0 to 65535.`)
  const studioDir = STUDIOS.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync)
  if (studioDir === undefined) throw new CliError('The studio is not built. Run: npm run build')
  const { startDemo, DemoError } = await import('../../../demo/server.ts').catch((error: Error) => {
    throw new CliError(`The demo needs Node 24 or newer: ${error.message}.`)
  })
  try {
    const served = await startDemo({ port: Number(port), dataDir: data, studioDir })
    terminal.out(`djust studio: ${served.url}\nStop it with Ctrl+C.\n`)
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
    })
    await served.close()
    return 0
  } catch (error) {
    throw error instanceof DemoError ? new CliError(error.message) : error
  }
}
