/** Why a command could not run: a sentence for a person, and exit code 2. Anything else that is thrown is a fault of ours. */
export class CliError extends Error {}
