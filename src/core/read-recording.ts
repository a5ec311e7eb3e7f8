/** Reads the text of a recording as a whole, and folds it into a log. */
import type { Sighting } from '../protocol/envelope.ts'
import { createLog, fold, introduce, type Log } from './log.ts'
import type { RecordingHeader } from './recording-header.ts'
import { createRecordingReader, type Problem, type ReadFact } from './recording-reader.ts'

export interface Recording {
  /** Undefined when the first line is no header, or one of a newer version. */
  header: RecordingHeader | undefined
  sightings: Sighting[]
  problems: Problem[]
}

/** Never throws. Reads whatever can be read and names the rest. */
export function readRecording(text: string, readFact: ReadFact): Recording {
  return atOnce(readRecordingInSteps(text, readFact))
}

/** The same, a few lines at a time: yields how much has been read, from 0 to 1. */
export function* readRecordingInSteps(
  text: string,
  readFact: ReadFact,
): Generator<number, Recording, undefined> {
  const problems: Problem[] = []
  const sightings: Sighting[] = []
  const reader = createRecordingReader(readFact, (problem) => problems.push(problem))
  let lines = 0
  for (let from: number | undefined = 0; from !== undefined; ) {
    const [line, next]: [string, number?] = cut(text, from)
    const sighting = reader.read(line, next === undefined)
    if (sighting) sightings.push(sighting)
    from = next
    lines += 1
    if (lines % LINES === 0) yield (from ?? 0) / text.length
  }
  reader.end()
  return { header: reader.header, sightings, problems }
}

/** How many lines, and how many facts, are one step: less than a frame's work. */
const [LINES, FACTS] = [64, 1000]

/** The line that begins there, and where the next one does; none after the last. */
function cut(text: string, from: number): [line: string, next?: number] {
  const end = text.indexOf('\n', from)
  return end < 0 ? [text.slice(from)] : [text.slice(from, end), end + 1]
}

/** The log of a recording; what its header says of the documents fills in for facts that were dropped. */
export function logOf(recording: Recording): Log {
  return atOnce(logInSteps(recording))
}

/** The same, some facts at a time: yields how many were folded in, from 0 to 1. */
export function* logInSteps({ header, sightings }: Recording): Generator<number, Log, undefined> {
  let log = createLog()
  for (const document of header?.documents ?? []) log = introduce(log, document)
  // What comes for the middle of a document folds all of it anew, so that it had better come at once.
  const size = isInOrder(sightings) ? FACTS : Math.max(1, sightings.length)
  for (let from = 0; from < sightings.length; from += size) {
    log = fold(log, sightings.slice(from, from + size))
    yield Math.min(1, (from + size) / sightings.length)
  }
  return log
}

function isInOrder(sightings: readonly Sighting[]): boolean {
  const seqs = new Map<string, number>()
  return sightings.every(({ doc, fact }) => {
    const isNext = fact.seq > (seqs.get(doc) ?? -1)
    seqs.set(doc, fact.seq)
    return isNext
  })
}

function atOnce<T>(steps: Generator<number, T, undefined>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
