/** A person at a command line, in a folder of their own: what they type, and what they are told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { ExitCode } from '../../src/cli/terminal.ts'
import { writeRecording } from '../../src/core/recording.ts'
import type { Page } from '../language/page.ts'

export interface Told {
  code: ExitCode
  out: string
  err: string
}

export interface Desk {
  /** The path of a file in the folder. */
  at(name: string): string
  write(name: string, content: string | Uint8Array): string
  read(name: string): string
  /** Words are arguments; what holds a dot is a file of the folder, and stands in what is told without its path. */
  types(line: string, stdin?: Uint8Array, env?: Record<string, string>): Promise<Told>
}

export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'djust-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  return {
    at,
    write(name, content) {
      writeFileSync(at(name), content)
      return at(name)
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    async types(line, stdin, env = {}) {
      const told = { out: '', err: '' }
      const args = line.split(' ').map((word) => (/^\w[^:]*\.\w/.test(word) ? at(word) : word))
      const code = await run(args, {
        out: (text) => {
          told.out += text
        },
        err: (text) => {
          told.err += text
        },
        stdin: (async function* () {
          if (stdin) yield stdin
        })(),
        isWatched: false,
        env,
      })
      const bare = (text: string) => text.replaceAll(`${folder}/`, '')
      return { code, out: bare(told.out), err: bare(told.err) }
    },
  }
}

export function recordingOf(story: Page): string {
  return writeRecording(story.log, { tool: 'a test', redaction: 'Nothing was.' })
}
