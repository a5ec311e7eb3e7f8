#!/usr/bin/env node
/** Entry of the command line: joins the process to the commands. */
import { run } from './run.ts'

// Whoever reads has seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: process.stdin,
  isWatched: process.stderr.isTTY === true,
  env: process.env,
})
