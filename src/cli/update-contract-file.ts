/** `check --update`: rewrites a contract so that recordings hold it, and shows the change; where there is none, writes one. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseContract } from '../contract/parse-contract.ts'
import { contractText, revisedText } from '../contract/write-contract-text.ts'
import type { Contract } from '../core/contract/contract.ts'
import { inferContract } from '../core/contract/infer-contract.ts'
import { updateClauses } from '../core/contract/update-contract.ts'
import type { Exchange } from '../core/exchange.ts'
import { createTrimmer } from '../core/without-payloads.ts'
import { CliError } from './cli-error.ts'
import { readContractFile } from './contract-file.ts'
import { damageOf } from './damage.ts'
import { type Reading, readRows } from './input/read-rows.ts'
import { lineChanges } from './line-changes.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** @throws CliError when a recording or the contract cannot be read: nothing is written then. */
export async function updateContractFile(
  recordings: readonly string[],
  file: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const old = existsSync(file) ? await readContractFile(file) : undefined
  const logs: { reading: Reading; rows: Exchange[] }[] = []
  const trim = createTrimmer()
  for (const recording of recordings) {
    const rows: Exchange[] = []
    const reading = await readRows(recording, terminal, (row) => rows.push(trim(row)))
    const [damage] = damageOf(reading)
    if (damage) throw new CliError(`${damage} A contract is not made from what could not be read whole.`)
    logs.push({ reading, rows })
  }
  const all = logs.flatMap(({ rows }) => rows)
  const name = logs.map(({ reading }) => reading.name).join(', ')
  if (!old) {
    await write(file, contractText(inferContract(all, name)))
    terminal.out(`Wrote ${file}, a new contract of ${name}. Read it before you commit it.\n`)
    return 0
  }
  // First what holds of all of them together, then what holds of each: a limit of time is judged for each alone.
  let { text, contract } = old
  for (const { rows, recording } of [
    { rows: all, recording: name },
    ...logs.map(({ rows, reading }) => ({ rows, recording: reading.name })),
  ])
    ({ text, contract } = revised(text, contract, rows, recording))
  if (text === old.text) {
    terminal.out(`${file} holds already; nothing was changed.\n`)
    return 0
  }
  await write(file, text)
  terminal.out(`Rewrote ${file}:\n${lineChanges(old.text, text)}`)
  return 0
}

function revised(text: string, contract: Contract, rows: readonly Exchange[], recording: string) {
  const again = revisedText(text, contract, updateClauses(contract, rows, recording))
  return again === text ? { text, contract } : { text: again, contract: parseContract(again).contract }
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: Error) => {
    throw new CliError(`${file} cannot be written: ${error.message}.`)
  })
}
