/** Reads recordings as far as they can be read, and names what cannot. */
import type { Sighting } from '../protocol/envelope.ts'
import type { Fact } from '../protocol/facts.ts'
import { isRecord } from './is-record.ts'
import { createLog, fold, introduce, type Log } from './log.ts'
import { readHeader } from './read-header.ts'
import { RECORDING_FORMAT, type RecordingHeader } from './recording-header.ts'

/** Something that could not be read. Lines are counted from 1. */
export interface Problem {
  line: number
  says: string
}

export interface Recording {
  /** Undefined when the first line is no header, or one of a newer version. */
  header: RecordingHeader | undefined
  sightings: Sighting[]
  problems: Problem[]
}

/** Never throws. Reads whatever can be read and names the rest; `readFact` gives a fact, or what is wrong with it. */
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
  const [first, ...rest] = cut(text, 0)
  const header = readHeader(parse(first ?? ''))
  if (typeof header === 'string') problems.push({ line: 1, says: header })
  const isReadable = typeof header !== 'string' || isDamaged(first ?? '')
  /** A line that stands there twice makes up for none that is missing. */
  const seqs = new Map<string, Set<number>>()
  let line = 1
  for (let from = rest[0]; from !== undefined; ) {
    const [said = '', next] = cut(text, from)
    line += 1
    const sighting = isReadable && said.trim() !== '' ? readSighting(said, readFact) : undefined
    if (typeof sighting === 'string') problems.push({ line, says: next === undefined ? CUT_LINE : sighting })
    else if (sighting) {
      sightings.push(sighting)
      const known = seqs.get(sighting.doc) ?? new Set()
      seqs.set(sighting.doc, known.add(sighting.fact.seq))
    }
    from = next
    if (line % LINES === 0) yield (from ?? 0) / text.length
  }
  if (typeof header === 'string') return { header: undefined, sightings, problems }
  const distinct = [...seqs.values()].reduce((sum, { size }) => sum + size, 0)
  const missing = header.facts - distinct - problems.length
  if (missing > 0)
    problems.push({
      line,
      says: `The recording ends early: ${missing} of ${header.facts} facts are missing.`,
    })
  return { header, sightings, problems }
}

type ReadFact = (value: unknown) => Fact | string

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

const CUT_LINE = 'The recording ends in the middle of this line; everything before it was read.'

/** A header that is not even JSON may have been hurt on the way, and the facts below it may still be good. */
function isDamaged(line: string): boolean {
  return parse(line) === undefined
}

function readSighting(line: string, readFact: ReadFact): Sighting | string {
  const json = parse(line)
  if (json === undefined) return 'Not JSON; the line was skipped.'
  if (isRecord(json) && json['format'] === RECORDING_FORMAT)
    return 'The header of another recording; it was skipped, and what follows it is read into this one.'
  if (!isRecord(json) || typeof json['doc'] !== 'string')
    return 'Not a fact of a document; the line was skipped.'
  const fact = readFact(json['fact'])
  if (typeof fact === 'string') return `Not a readable fact; the line was skipped: ${fact}`
  return { doc: json['doc'], frame: typeof json['frame'] === 'number' ? json['frame'] : 0, fact }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
