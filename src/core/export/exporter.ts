/** What an export is: one way to write a whole log as a file. Types only. */
import type { Log } from '../log.ts'

export interface Exporter {
  /** Kebab case; stable. */
  id: string
  /** What a menu says behind “Export”. */
  title: string
  /** Of the file's name, without the dot. */
  extension: string
  mime: string
  /** How many chunks `write` yields for this log: the whole against which progress is measured. */
  countChunks(log: Log): number
  /** The file's text in order. Never throws; whoever takes no more chunks has cancelled it. */
  write(log: Log): Generator<string, undefined>
}
