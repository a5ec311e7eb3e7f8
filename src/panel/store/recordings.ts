/** Recordings: the log as a file, and a file as a log, read-only beside the live one. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Log } from '../../core/log.ts'
import { recordingLines } from '../../core/recording.ts'
import type { About, HiddenStretch } from '../../core/recording-header.ts'
import type { Fact } from '../../protocol/facts.ts'
import type { Marks } from './marks.ts'
import type { Notices } from './notices.ts'
import type { Slicing } from './take-in-slices.ts'

export interface Opened {
  name: string
  log: Log
  /** The rows that were left out when it was saved, as it says so itself, and as the log's rows are hidden. */
  hidden: readonly HiddenStretch[]
  marks: Marks
}

export interface Reading {
  name: string
  /** How much of it is done, from 0 to 100. */
  percent: number
  stop: AbortController
}

/** Without a recording `says` why it is none; with one, what of it could not be read. */
export interface ReadOutcome {
  recording?: Opened
  says?: string
}

export interface Recordings {
  /** The recording that is shown in place of the live log. */
  opened: ReadonlySignal<Opened | undefined>
  /** The file that is being read; it may be stopped. */
  reading: Signal<Reading | undefined>
  /** Shows a recording, or one that a page holds; what is none is named in a notice and changes nothing. Runs nothing of it. */
  open(name: string, text: string): Promise<void>
  /** The same without showing it. */
  read(name: string, text: string): Promise<ReadOutcome>
  /** Shows one that was read. */
  show(recording: Opened): void
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
  slicing: Pick<Slicing, 'now' | 'rest'> | undefined
}

export function createRecordings({ notices, now, browser, slicing }: RecordingsDeps): Recordings {
  const opened = signal<Opened>()
  const reading = signal<Reading>()
  const about: About = { tool: 'djust-devtools panel', browser, redaction: REDACTION }
  const nameFile = (extension: string) =>
    `djust-${new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-')}.${extension}`
  return {
    opened,
    reading,
    async open(name, text) {
      const { openRecording } = await import('./open-recording.ts')
      await openRecording(name, text, { opened, reading, notices, slicing })
    },
    async read(name, text) {
      const { readRecordingText } = await import('./open-recording.ts')
      return (await readRecordingText(name, text, slicing)) ?? {}
    },
    show(recording) {
      opened.value = recording
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
