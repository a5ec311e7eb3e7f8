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
export function readRecording(text: string, readFact: (value: unknown) => Fact | string): Recording {
  const lines = text.split('\n')
  const problems: Problem[] = []
  const sightings: Sighting[] = []
  const header = readHeader(parse(lines[0] ?? ''))
  if (typeof header === 'string') problems.push({ line: 1, says: header })
  const isReadable = typeof header !== 'string' || isDamaged(lines[0] ?? '')
  for (const [index, line] of isReadable ? lines.entries() : []) {
    if (index === 0 || line.trim() === '') continue
    const sighting = readSighting(line, readFact)
    if (typeof sighting !== 'string') sightings.push(sighting)
    else problems.push({ line: index + 1, says: index === lines.length - 1 ? CUT_LINE : sighting })
  }
  if (typeof header === 'string') return { header: undefined, sightings, problems }
  const missing = header.facts - countDistinct(sightings) - problems.length
  if (missing > 0)
    problems.push({
      line: lines.length,
      says: `The recording ends early: ${missing} of ${header.facts} facts are missing.`,
    })
  return { header, sightings, problems }
}

/** A line that stands there twice makes up for none that is missing. */
function countDistinct(sightings: readonly Sighting[]): number {
  const seqs = new Map<string, Set<number>>()
  for (const { doc, fact } of sightings) {
    const known = seqs.get(doc)
    if (known) known.add(fact.seq)
    else seqs.set(doc, new Set([fact.seq]))
  }
  return [...seqs.values()].reduce((sum, { size }) => sum + size, 0)
}

/** The log of a recording; what its header says of the documents fills in for facts that were dropped. */
export function logOf({ header, sightings }: Recording): Log {
  let log = createLog()
  for (const document of header?.documents ?? []) log = introduce(log, document)
  return fold(log, sightings)
}

const CUT_LINE = 'The recording ends in the middle of this line; everything before it was read.'

/** A header that is not even JSON may have been hurt on the way, and the facts below it may still be good. */
function isDamaged(line: string): boolean {
  return parse(line) === undefined
}

function readSighting(line: string, readFact: (value: unknown) => Fact | string): Sighting | string {
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
