/** What an export is: one way to write a log, or some of its rows, as a file. Types only. */
import type { Exchange } from '../exchange.ts'
import type { Log } from '../log.ts'

export interface Exporter {
  /** Kebab case; stable. */
  id: string
  /** What a menu says behind “Export”. */
  title: string
  /** Of the file's name, without the dot. */
  extension: string
  mime: string
  /** How many chunks `write` yields for these: the whole against which progress is measured. */
  countChunks(log: Log, shown?: readonly Exchange[]): number
  /** The file's text in order, of all the log holds or of the shown rows alone. Never throws; whoever takes no more chunks has cancelled it. */
  write(log: Log, shown?: readonly Exchange[]): Generator<string, undefined>
}
