/** Reads a recording line by line, as far as it can be read, and names what cannot. */
import type { Sighting } from '../protocol/envelope.ts'
import type { Fact } from '../protocol/facts.ts'
import { isRecord } from './is-record.ts'
import { readHeader } from './read-header.ts'
import { RECORDING_FORMAT, type RecordingHeader } from './recording-header.ts'
import { Seqs } from './seqs.ts'

/** Something that could not be read. Lines are counted from 1. */
export interface Problem {
  line: number
  says: string
}

/** Gives a fact, or what is wrong with it. */
export type ReadFact = (value: unknown) => Fact | string

export interface RecordingReader {
  /** Undefined until the first line was read; and when that is no header, or one of a newer version. */
  header: RecordingHeader | undefined
  /** The fact in the next line, without its end, unless it has been read before; `isLast` when nothing follows it. Never throws. */
  read(line: string, isLast: boolean): Sighting | undefined
  /** After the last line: how much is missing. */
  end(): void
}

export function createRecordingReader(readFact: ReadFact, tell: (problem: Problem) => void): RecordingReader {
  let line = 0
  let isReadable = false
  let problems = 0
  /** A line that stands there twice makes up for none that is missing. */
  const seqs = new Map<string, Seqs>()
  const say = (says: string) => {
    problems += 1
    tell({ line, says })
  }

  const reader: RecordingReader = {
    header: undefined,
    read(said, isLast) {
      line += 1
      if (line === 1) {
        const header = readHeader(parse(said))
        // A header that is not even JSON may have been hurt on the way, and the facts below it may still be good.
        isReadable = typeof header !== 'string' || parse(said) === undefined
        if (typeof header === 'string') say(header)
        else reader.header = header
        return undefined
      }
      if (!isReadable || said.trim() === '') return undefined
      const sighting = readSighting(said, readFact)
      if (typeof sighting === 'string') {
        say(isLast ? CUT_LINE : sighting)
        return undefined
      }
      const known = seqs.get(sighting.doc) ?? new Seqs()
      seqs.set(sighting.doc, known)
      return known.add(sighting.fact.seq) ? sighting : undefined
    },
    end() {
      if (!reader.header) return
      const distinct = [...seqs.values()].reduce((sum, { size }) => sum + size, 0)
      const missing = reader.header.facts - distinct - problems
      if (missing > 0)
        say(`The recording ends early: ${missing} of ${reader.header.facts} facts are missing.`)
    },
  }
  return reader
}

const CUT_LINE = 'The recording ends in the middle of this line; everything before it was read.'

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
