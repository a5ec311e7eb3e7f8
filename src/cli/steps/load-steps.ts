/** What is done in the page that is recorded: the steps of a file. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname, resolve } from 'node:path'
import type { Page } from 'playwright'
import { CliError } from '../cli-error.ts'
import { reason } from '../input/open-source.ts'
import { playStep } from './play-step.ts'
import { readSteps } from './read-steps.ts'

export type Play = (given: { page: Page }) => Promise<void>

/**
 * A Chrome Recorder JSON, or a module that exports `async ({ page }) => …` by default.
 * @throws CliError when it is neither.
 */
export async function loadSteps(file: string): Promise<Play> {
  if (extname(file) === '.json') {
    const text = await readFile(file, 'utf8').catch((error: Error) => {
      throw new CliError(`${file} cannot be read: ${reason(error)}.`)
    })
    const steps = readSteps(text, file)
    return async ({ page }) => {
      for (const step of steps) await playStep(page, step)
    }
  }
  const play = defaultOf(file)
  if (typeof play !== 'function')
    throw new CliError(
      `${file} exports no function by default. Write: export default async ({ page }) => { … }`,
    )
  return play as Play
}

/** Where the module lies only the person knows who names it, so no import can. */
function defaultOf(file: string): unknown {
  try {
    const module: unknown = createRequire(import.meta.url)(resolve(file))
    return typeof module === 'object' && module !== null && 'default' in module ? module.default : module
  } catch (error) {
    throw new CliError(`${file} cannot be loaded: ${(error as Error).message}.`)
  }
}
