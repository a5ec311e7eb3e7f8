/** Reads a recording as it arrives and tells of its rows, each once: nothing of it stays in memory but what is still under way. */
import type { Exchange } from '../../core/exchange.ts'
import type { RecordingHeader } from '../../core/recording-header.ts'
import { createRecordingReader, type Problem } from '../../core/recording-reader.ts'
import { createRowStream } from '../../core/row-stream.ts'
import { readFact } from '../../protocol/envelope.ts'
import { CliError } from '../cli-error.ts'
import { showProgress } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import { decoded } from './decode.ts'
import { type Line, linesOf } from './lines.ts'
import { openSource } from './open-source.ts'
import { unwrapped } from './unwrap-page.ts'
import { unzipped } from './unzip.ts'

export interface Reading {
  name: string
  header: RecordingHeader | undefined
  rows: number
  /** What could not be read: the first of it, and how much there is. */
  problems: Problem[]
  problemCount: number
}

/** As many as a person reads. */
const MOST_PROBLEMS = 20

/**
 * The lines of a recording, from a file or stdin, zipped or not, in a page or not.
 * @throws CliError when it cannot be read.
 */
export async function* recordingLinesOf(path: string, terminal: Terminal): AsyncGenerator<Line[]> {
  const { name, size, bytes } = await openSource(path, terminal)
  const progress = showProgress(terminal, name, size)
  let read = 0
  const counted = (async function* () {
    for await (const chunk of bytes) {
      read += chunk.length
      progress.tell(read)
      yield chunk
    }
  })()
  try {
    yield* linesOf(unwrapped(decoded(unzipped(counted, name)), name), name)
  } finally {
    progress.end()
  }
}

/** Hears each row, and what the recording says of itself; reading waits until it is done with it. */
type HearRow = (row: Exchange, header: RecordingHeader | undefined) => unknown

/** @throws CliError when it is no recording, or holds nothing that can be read. */
export async function readRows(path: string, terminal: Terminal, hear: HearRow): Promise<Reading> {
  const reading: Reading = {
    name: path === '-' ? '(stdin)' : path,
    header: undefined,
    rows: 0,
    problems: [],
    problemCount: 0,
  }
  const tell = (problem: Problem) => {
    reading.problemCount += 1
    if (reading.problems.length < MOST_PROBLEMS) reading.problems.push(problem)
  }
  const reader = createRecordingReader(readFact, tell)
  const stream = createRowStream()
  const last = new Map<string, number>()
  const give = async (rows: Iterable<Exchange>) => {
    for (const row of rows) {
      reading.rows += 1
      const work = hear(row, reader.header)
      if (work instanceof Promise) await work
    }
  }
  let line = 0
  let facts = 0
  for await (const lines of recordingLinesOf(path, terminal))
    for (const { text, isLast } of lines) {
      line += 1
      const sighting = reader.read(text, isLast)
      if (!sighting) continue
      const { doc, fact } = sighting
      if (fact.seq < (last.get(doc) ?? 0)) {
        tell({ line, says: 'The fact stands behind later ones of its document; it was skipped.' })
        continue
      }
      last.set(doc, fact.seq)
      facts += 1
      await give(stream.take(sighting))
    }
  reader.end()
  await give(stream.end())
  reading.header = reader.header
  if (facts === 0 && reading.problemCount > 0)
    throw new CliError(`${reading.name} could not be read. ${problemWords(reading.problems[0])}`)
  return reading
}

export function problemWords(problem: Problem | undefined): string {
  return problem ? `Line ${problem.line}: ${problem.says}` : ''
}
