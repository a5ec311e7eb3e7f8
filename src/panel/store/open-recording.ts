/** Reads a file that a person opens: the recording in it, and what there is to say of it. */
import { recordingIn } from '../../core/export/html.ts'
import { logOf, type Problem, readRecording } from '../../core/read-recording.ts'
import { readFact } from '../../protocol/envelope.ts'
import { marksOf } from './marks.ts'
import type { Opened } from './recordings.ts'

/** A recording, or a page that holds one; without a recording `says` why it is none. */
export function readOpened(name: string, text: string): { recording?: Opened; says?: string } {
  const inPage = recordingIn(text)
  const read = readRecording(inPage ?? text, readFact)
  const { header, sightings, problems } = read
  const refused = inPage === '' ? NO_RECORDING : HAR.test(text) ? IS_HAR : undefined
  if (refused) return { says: `“${name}” could not be opened. ${refused}` }
  if (!header && sightings.length === 0) return { says: `“${name}” could not be opened. ${saying(problems)}` }
  const hidden = header?.hidden ?? []
  const recording = { name, log: logOf(read), hidden, marks: marksOf(hidden) }
  if (problems.length === 0) return { recording }
  return { recording, says: `“${name}” was opened, but not all of it could be read. ${saying(problems)}` }
}

const NO_RECORDING = 'It is a page that holds no recording.'
const HAR = /^\s*\{\s*"log"\s*:\s*\{/
const IS_HAR =
  'It is a HAR file, which the Network panel opens; this panel opens recordings (.jsonl) and the pages that it exported (.html).'
/** As many as a person reads in one notice. */
const SAID = 3

function saying(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'It is empty.'
  const said = problems.slice(0, SAID).map(({ line, says }) => `Line ${line}: ${says}`)
  const others = problems.length - said.length
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'problem' : 'problems'})`
  return `${said.join(' ')}${more}`
}
