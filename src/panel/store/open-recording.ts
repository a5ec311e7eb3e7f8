/** Reads a file that a person opens: the recording in it, and what there is to say of it. */
import type { Signal } from '@preact/signals'
import { recordingIn } from '../../core/export/html.ts'
import { logInSteps, readRecordingInSteps } from '../../core/read-recording.ts'
import type { Problem } from '../../core/recording-reader.ts'
import { readFact } from '../../protocol/envelope.ts'
import { marksOf } from './marks.ts'
import type { Notices } from './notices.ts'
import type { Opened, ReadOutcome, Recordings } from './recordings.ts'
import type { Slicing } from './take-in-slices.ts'

export interface Opening extends Pick<Recordings, 'reading'> {
  opened: Signal<Opened | undefined>
  notices: Notices
  /** Without it all is read at once. */
  slicing: Pick<Slicing, 'now' | 'rest'> | undefined
}

/** A slice of the time, ms: a frame has room for what it shows. */
const SLICE = 8

/** Never rejects. The newest file wins; what is none is named in a notice. */
export async function openRecording(name: string, text: string, opening: Opening): Promise<void> {
  const { opened, reading, notices, slicing } = opening
  reading.peek()?.stop.abort()
  reading.value = undefined
  const stop = new AbortController()
  const outcome = await readRecordingText(name, text, slicing, stop.signal, (percent) => {
    if (reading.peek()?.percent !== percent) reading.value = { name, percent, stop }
  })
  // Another one may be read by now.
  if (!stop.signal.aborted || reading.peek()?.stop === stop) reading.value = undefined
  if (outcome?.says) notices.say(outcome.says)
  if (outcome?.recording) opened.value = outcome.recording
}

/** Undefined when it was stopped. `progress` is told after each slice how much is done, from 0 to 100. */
export async function readRecordingText(
  name: string,
  text: string,
  slicing: Opening['slicing'],
  stop?: AbortSignal,
  progress?: (percent: number) => void,
): Promise<ReadOutcome | undefined> {
  const steps = readOpened(name, text)
  let end = (slicing?.now() ?? 0) + SLICE
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (!slicing || slicing.now() < end) continue
    progress?.(Math.floor(step.value * 100))
    await slicing.rest()
    if (stop?.aborted) return undefined
    end = slicing.now() + SLICE
  }
}

/** A recording, or a page that holds one; without a recording `says` why it is none. Yields how much is done, from 0 to 1. */
function* readOpened(name: string, text: string): Generator<number, ReadOutcome, undefined> {
  const inPage = recordingIn(text)
  const read = yield* part(readRecordingInSteps(inPage ?? text, readFact), 0, READING)
  const { header, sightings, problems } = read
  const refused = inPage === '' ? NO_RECORDING : HAR.test(text) ? IS_HAR : undefined
  if (refused) return { says: `“${name}” could not be opened. ${refused}` }
  if (!header && sightings.length === 0) return { says: `“${name}” could not be opened. ${saying(problems)}` }
  const hidden = header?.hidden ?? []
  const log = yield* part(logInSteps(read), READING, 1)
  const recording = { name, log, hidden, marks: marksOf(hidden) }
  if (problems.length === 0) return { recording }
  return { recording, says: `“${name}” was opened, but not all of it could be read. ${saying(problems)}` }
}

/** Of the whole; folding takes the rest. */
const READING = 0.6

function* part<T>(
  steps: Generator<number, T, undefined>,
  from: number,
  to: number,
): Generator<number, T, undefined> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
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
