/** Takes a recording out of the HTML page that shows it, as it arrives; anything else passes as it is. */
import { createPageReader } from '../../core/export/html.ts'
import { CliError } from '../cli-error.ts'

/** @throws CliError when it is a page that holds no recording. */
export async function* unwrapped(texts: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  const page = createPageReader()
  for await (const text of texts) {
    const recording = page.take(text)
    if (recording) yield recording
  }
  const last = page.end()
  if (last === undefined) throw new CliError(`${name} is a page that holds no recording.`)
  yield last
}
