/** Recordings: the log as a file, and a file as a log, read-only beside the live one. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Log } from '../../core/log.ts'
import { logOf, type Problem, readRecording, writeRecording } from '../../core/recording.ts'
import { readFact } from '../../protocol/envelope.ts'
import type { Notices } from './notices.ts'

interface Opened {
  name: string
  log: Log
}

export interface Recordings {
  /** The recording that is shown in place of the live log. */
  opened: ReadonlySignal<Opened | undefined>
  /** Shows a recording; what is no recording is named in a notice and changes nothing. */
  open(name: string, text: string): void
  close(): void
  /** Everything that the log holds, as JSON Lines, and a name for the file. */
  save(log: Log): { name: string; text: string }
}

export interface RecordingsDeps {
  notices: Notices
  /** Epoch ms. */
  now(): number
  /** The browser that was recorded, as it calls itself. */
  browser: string
}

export function createRecordings({ notices, now, browser }: RecordingsDeps): Recordings {
  const opened = signal<Opened>()
  return {
    opened,
    open(name, text) {
      const recording = readRecording(text, readFact)
      const isNone = !recording.header && recording.sightings.length === 0
      if (isNone) notices.say(`“${name}” could not be opened. ${saying(recording.problems)}`)
      else {
        if (recording.problems.length > 0)
          notices.say(`“${name}” was opened, but not all of it could be read. ${saying(recording.problems)}`)
        opened.value = { name, log: logOf(recording) }
      }
    },
    close() {
      opened.value = undefined
    },
    save(log) {
      const about = { tool: `djust-devtools panel`, browser, redaction: REDACTION }
      const moment = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-')
      return { name: `djust-${moment}.jsonl`, text: writeRecording(log, about) }
    },
  }
}

const REDACTION = 'Tokens, cookies and passwords were replaced by numbered placeholders in the page.'

function saying(problems: readonly Problem[]): string {
  const [first] = problems
  if (!first) return 'It is empty.'
  const others = problems.length - 1
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'problem' : 'problems'})`
  return `Line ${first.line}: ${first.says}${more}`
}
