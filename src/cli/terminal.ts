/** What a command is given of the process it runs in, so that tests can be one. */

export interface Terminal {
  out(text: string): void
  err(text: string): void
  stdin: AsyncIterable<Uint8Array>
  /** Whether a person looks at `err`: progress is for them alone. */
  isWatched: boolean
  env: Readonly<Record<string, string | undefined>>
}

/** 0 what was asked holds, 1 it is broken, 2 it could not be found out. */
export type ExitCode = 0 | 1 | 2
