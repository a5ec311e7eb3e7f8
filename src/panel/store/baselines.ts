/** What a baseline is, a recording kept under a name to compare with, and what can be asked of where they are kept. Types, and one error. */

export interface Baseline {
  id: number
  name: string
  /** Epoch ms. */
  saved: number
  rows: number
  /** Of the recording, as JSON Lines. */
  bytes: number
}

/** Each rejects with a `ShelfError`, and has then changed nothing. */
export interface Shelf {
  /** The newest first. */
  list(): Promise<Baseline[]>
  add(baseline: Omit<Baseline, 'id'>, recording: Blob): Promise<number>
  /** The recording. */
  read(id: number): Promise<Blob>
  rename(id: number, name: string): Promise<void>
  remove(id: number): Promise<void>
}

/** Its message is a sentence for a person. */
export class ShelfError extends Error {}
