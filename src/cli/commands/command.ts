/** What a command is: its words on the command line, and what it does. Types only. */
import type { Command as Program } from 'commander'
import type { ExitCode, Terminal } from '../terminal.ts'

/** Does its work and says how it ended; a `CliError` says why it could not. */
export type Work = () => Promise<ExitCode>

export interface Command {
  /** Adds itself to the program; `run` is called with its work once it has been asked for. */
  add(program: Program, terminal: Terminal, run: (work: Work) => Promise<void>): void
}
