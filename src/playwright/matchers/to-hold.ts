/** `toHold`: what the pages of this test did holds the contract in a file. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type ExpectMatcherState, type MatcherReturnType, test } from '@playwright/test'
import { parseContract } from '../../contract/parse-contract.ts'
import { checkContract, type Violation } from '../../core/contract/check-contract.ts'
import type { Watched } from '../create-djust.ts'
import type { Djust } from '../public.ts'

export async function toHold(
  this: ExpectMatcherState,
  djust: Djust,
  contract: string,
): Promise<MatcherReturnType> {
  const file = find(contract)
  const { contract: wanted, problems, placeOf } = parseContract(readFileSync(file, 'utf8'))
  if (problems.length > 0)
    throw new Error(problems.map(({ line, column, says }) => `${file}:${line}:${column}: ${says}`).join('\n'))
  await djust.settled()
  const { violations } = checkContract(wanted, (djust as Watched).exchanges())
  const line = ({ says, row, path }: Violation) => {
    const { line, column } = placeOf(path)
    return `  ${says}\n      row ${row}  ·  ${contract}:${line}:${column}`
  }
  return {
    pass: violations.length === 0,
    message: () =>
      this.isNot
        ? `The page should have broken ${contract}, and holds it.`
        : `The page breaks ${contract}:\n${violations.map(line).join('\n')}`,
  }
}

/** Beside the test, as a snapshot is; else from the working directory. */
function find(contract: string): string {
  const beside = resolve(dirname(test.info().file), contract)
  return existsSync(beside) ? beside : resolve(contract)
}
