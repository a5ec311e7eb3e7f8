/** Reads the first line of a recording; what is missing of it is as if it had not been said. */
import type { Caps } from '../protocol/commands.ts'
import { isRecord } from './is-record.ts'
import {
  type HiddenStretch,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingHeader,
} from './recording-header.ts'

/** The header, or the sentence that says why this is none. */
export function readHeader(line: unknown): RecordingHeader | string {
  if (!isRecord(line) || line['format'] !== RECORDING_FORMAT)
    return 'This is not a djust recording: its first line is not the header of one.'
  const { version, documents, facts, hidden } = line
  if (typeof version !== 'number') return 'The header does not say its version.'
  if (version > RECORDING_VERSION)
    return `This recording was written by a newer version (format ${version}; this reader knows up to ${RECORDING_VERSION}). Update djust-devtools to open it.`
  return {
    format: RECORDING_FORMAT,
    version,
    tool: textOf(line['tool']),
    redaction: textOf(line['redaction']),
    ...(typeof line['browser'] === 'string' ? { browser: line['browser'] } : {}),
    ...(isRecord(line['caps']) ? { caps: capsOf(line['caps']) } : {}),
    documents: Array.isArray(documents) ? documents.filter(isRecord).map(documentOf) : [],
    features: textsOf(line['features']),
    facts: typeof facts === 'number' ? facts : 0,
    ...(Array.isArray(hidden) ? { hidden: hidden.filter(isStretch) } : {}),
  }
}

function isStretch(value: unknown): value is HiddenStretch {
  return (
    isRecord(value) &&
    typeof value['doc'] === 'string' &&
    Number.isFinite(value['from']) &&
    Number.isFinite(value['through'])
  )
}

function documentOf(each: Record<string, unknown>): RecordingHeader['documents'][number] {
  return {
    doc: textOf(each['doc']),
    frame: numberOf(each['frame']),
    url: textOf(each['url']),
    top: each['top'] === true,
    origin: numberOf(each['origin']),
    features: textsOf(each['features']),
  }
}

function capsOf(caps: Record<string, unknown>): Partial<Caps> {
  const read: { -readonly [cap in keyof Caps]?: number } = {}
  for (const name of ['facts', 'bytes', 'payload'] as const) {
    const cap = caps[name]
    if (typeof cap === 'number') read[name] = cap
  }
  return read
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
