/** The first line of a recording: who wrote it, and what must be known to read the facts that follow. */
import type { PROTOCOL_VERSION } from '../protocol/channel.ts'
import type { Caps } from '../protocol/commands.ts'
import type { Introduction } from './document-info.ts'

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
