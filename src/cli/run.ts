/** Runs a command line: finds the command, says in a sentence why it could not run, and gives the exit code. */
import { Command, CommanderError } from 'commander'
import { CliError } from './cli-error.ts'
import { COMMANDS } from './commands/commands.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Never rejects but for a fault of ours. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = new Command('djust-devtools')
    .description('Spots what a build changed in how djust pages behave.')
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .exitOverride()
    .showHelpAfterError('Add --help for what there is.')
    .addHelpText('after', '\nExit codes: 0 holds, 1 broken, 2 could not run.')
  for (const { add } of COMMANDS)
    add(program, terminal, async (work) => {
      code = await work()
    })
  // A command made by `command()` takes these settings over only from what stood before it.
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof CliError)) throw error
    terminal.err(`${error.message}\n`)
    return 2
  }
}
