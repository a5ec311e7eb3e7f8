/** Reads the file of a contract, or says what is wrong with it and where. */
import { readFile } from 'node:fs/promises'
import { type ParsedContract, parseContract } from '../contract/parse-contract.ts'
import { CliError } from './cli-error.ts'
import { reason } from './input/open-source.ts'

/** @throws CliError with a line for each problem. */
export async function readContractFile(file: string): Promise<ParsedContract & { text: string }> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CliError(`${file} cannot be read: ${reason(error)}. check --update writes one.`)
  })
  const parsed = parseContract(text)
  if (parsed.problems.length > 0)
    throw new CliError(
      parsed.problems.map(({ line, column, says }) => `${file}:${line}:${column}: ${says}`).join('\n'),
    )
  return { ...parsed, text }
}
