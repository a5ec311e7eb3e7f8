/** Writes recordings: a header and the facts, one JSON object a line. Panel, studio, CLI and fixture share this format. */
import type { Sighting } from '../protocol/envelope.ts'
import type { Fact } from '../protocol/facts.ts'
import { documentsOf, factsOf, type Log } from './log.ts'
import {
  type About,
  type HiddenStretch,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingHeader,
} from './recording-header.ts'

export function writeRecording(log: Log, about: About): string {
  return [...recordingLines(log, about)].join('')
}

/** Of some rows only; see `part-of.ts`. */
export interface Part {
  hidden: HiddenStretch[]
  /** Gives each fact as it may stand in the recording. */
  withhold(fact: Fact): Fact
}

/** The lines of a recording, each with its end, in time order over all documents, so that one cut short ends early in all of them. */
export function* recordingLines(log: Log, about: About, part?: Part): Generator<string, undefined> {
  const documents = documentsOf(log)
  const facts = documents.flatMap(({ doc, frame, origin }) => timed(factsOf(log, doc), doc, frame, origin))
  // A stable sort keeps the order of the seqs within a document.
  facts.sort((a, b) => a.wall - b.wall)
  const header: RecordingHeader = {
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    ...about,
    documents: documents.map(({ lost, left, returns, ...document }) => document),
    features: [...new Set(documents.flatMap((document) => document.features))].sort(),
    facts: facts.length,
    ...(part ? { hidden: part.hidden } : {}),
  }
  yield `${JSON.stringify(header)}\n`
  for (const { sighting } of facts)
    yield `${JSON.stringify(part ? { ...sighting, fact: part.withhold(sighting.fact) } : sighting)}\n`
  return undefined
}

/** How many lines `recordingLines` yields. */
export function countRecordingLines(log: Log): number {
  return [...log.chronicles.values()].reduce((sum, { count }) => sum + count, 1)
}

/** Never earlier than the fact before it, whatever its clock says, for the seq decides within a document. */
function timed(facts: readonly Fact[], doc: string, frame: number, origin: number) {
  let wall = Number.NEGATIVE_INFINITY
  return facts.map((fact) => {
    wall = Math.max(wall, origin + fact.at)
    const sighting: Sighting = { doc, frame, fact }
    return { wall, sighting }
  })
}
