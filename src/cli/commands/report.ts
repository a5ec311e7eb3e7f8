/** `report`: one HTML page that shows a recording in any browser, from disk and with no network. */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { cutPage, escapeLine } from '../../core/export/html.ts'
import { readHeader } from '../../core/read-header.ts'
import { readStandalone } from '../../playwright/read-standalone.ts'
import { CliError } from '../cli-error.ts'
import { recordingLinesOf } from '../input/read-rows.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import type { Command } from './command.ts'

export const report: Command = {
  add(program, terminal, run) {
    program
      .command('report')
      .description('Write one HTML page that shows a recording, with no extension and no network.')
      .argument('<recording>', 'the recording; - reads stdin')
      .requiredOption('-o, --output <file>', 'the page to write')
      .action((recording: string, { output }: { output: string }) =>
        run(() => writePage(recording, output, terminal)),
      )
  },
}

async function writePage(recording: string, output: string, terminal: Terminal): Promise<ExitCode> {
  const [head, tail] = cutPage(
    await readStandalone().catch((error: Error) => {
      throw new CliError(error.message)
    }),
  )
  try {
    await pipeline(page(head, tail, recording, terminal), createWriteStream(output))
  } catch (error) {
    await rm(output, { force: true })
    throw error instanceof CliError
      ? error
      : new CliError(`${output} cannot be written: ${(error as Error).message}.`)
  }
  terminal.out(`Wrote ${output}.\n`)
  return 0
}

async function* page(
  head: string,
  tail: string,
  recording: string,
  terminal: Terminal,
): AsyncGenerator<string> {
  let isFirst = true
  for await (const lines of recordingLinesOf(recording, terminal)) {
    for (const { text } of lines) {
      if (isFirst) {
        const header = readHeader(parse(text))
        if (typeof header === 'string') throw new CliError(`${recording} could not be read. ${header}`)
        yield head
      }
      isFirst = false
      if (text.trim() !== '') yield escapeLine(`${text}\n`)
    }
  }
  yield tail
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
