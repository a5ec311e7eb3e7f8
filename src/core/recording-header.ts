/** The first line of a recording: who wrote it, and what must be known to read the facts that follow. */
import type { PROTOCOL_VERSION } from '../protocol/channel.ts'
import type { Caps } from '../protocol/commands.ts'
import type { Introduction } from './document-info.ts'
import { isRecord } from './is-record.ts'

export const RECORDING_FORMAT = 'djust-devtools recording'
export const RECORDING_VERSION: typeof PROTOCOL_VERSION = 1

/** What the writer knows and the log does not. */
export interface About {
  /** Name and version of the tool that writes. */
  tool: string
  browser?: string
  caps?: Partial<Caps>
  /** A sentence on what was taken out of the payloads. */
  redaction: string
}

export interface RecordingHeader extends About {
  format: typeof RECORDING_FORMAT
  version: number
  /** Every document with its clock origin and its frame, which is the frame tree as far as an extension sees it. */
  documents: (Introduction & { features: string[] })[]
  /** Parts of the runtime that were seen in any document. */
  features: string[]
  /** How many facts follow, so that a recording that was cut says so. */
  facts: number
  /** Rows that were left out when it was written; absent when none were. */
  hidden?: HiddenStretch[]
}

/** Rows of one document that follow each other, all of them hidden: the seqs of the first and of the last. */
export interface HiddenStretch {
  doc: string
  from: number
  through: number
}

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
