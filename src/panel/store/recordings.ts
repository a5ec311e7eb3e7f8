/** Recordings: the log as a file, and a file as a log, read-only beside the live one. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { recordingIn } from '../../core/export/html.ts'
import type { Log } from '../../core/log.ts'
import { logOf, type Problem, readRecording, recordingLines } from '../../core/recording.ts'
import type { About, HiddenStretch } from '../../core/recording-header.ts'
import { readFact } from '../../protocol/envelope.ts'
import type { Fact } from '../../protocol/facts.ts'
import { type Marks, marksOf } from './marks.ts'
import type { Notices } from './notices.ts'

interface Opened {
  name: string
  log: Log
  /** The rows that were left out when it was saved, as it says so itself, and as the log's rows are hidden. */
  hidden: readonly HiddenStretch[]
  marks: Marks
}

export interface Recordings {
  /** The recording that is shown in place of the live log. */
  opened: ReadonlySignal<Opened | undefined>
  /** Shows a recording, or one that a page holds; what is none is named in a notice and changes nothing. Runs nothing of it. */
  open(name: string, text: string): void
  close(): void
  /** What is written at the head of a recording. */
  about: About
  /** `djust-2026-11-22T15-33-47.jsonl` */
  nameFile(extension: string): string
  /** Everything that the log holds as JSON Lines, and a name for the file. */
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
  const about: About = { tool: 'djust-devtools panel', browser, redaction: REDACTION }
  const nameFile = (extension: string) =>
    `djust-${new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-')}.${extension}`
  return {
    opened,
    open(name, text) {
      const inPage = recordingIn(text)
      const recording = readRecording(inPage ?? text, readFact)
      const { header, sightings, problems } = recording
      const refused = inPage === '' ? NO_RECORDING : HAR.test(text) ? IS_HAR : undefined
      if (refused) notices.say(`“${name}” could not be opened. ${refused}`)
      else if (!header && sightings.length === 0)
        notices.say(`“${name}” could not be opened. ${saying(problems)}`)
      else {
        if (problems.length > 0)
          notices.say(`“${name}” was opened, but not all of it could be read. ${saying(problems)}`)
        const hidden = header?.hidden ?? []
        opened.value = { name, log: logOf(recording), hidden, marks: marksOf(hidden) }
      }
    },
    close() {
      opened.value = undefined
    },
    about,
    nameFile,
    save(log) {
      const { hidden = [] } = opened.value ?? {}
      // What it left out has no payloads already.
      const part = hidden.length === 0 ? undefined : { hidden: [...hidden], withhold: (fact: Fact) => fact }
      return { name: nameFile('jsonl'), text: [...recordingLines(log, about, part)].join('') }
    },
  }
}

const REDACTION = 'Tokens, cookies and passwords were replaced by numbered placeholders in the page.'
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
