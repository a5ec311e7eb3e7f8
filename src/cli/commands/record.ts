/** `record`: opens a page, does what a file says, and writes what it reported. */
import { writeFile } from 'node:fs/promises'
import { Option } from 'commander'
import type { BrowserContextOptions, LaunchOptions } from 'playwright'
import { createDjust } from '../../playwright/create-djust.ts'
import { record as recordPages } from '../../playwright/recorder.ts'
import { CliError } from '../cli-error.ts'
import { loadSteps } from '../steps/load-steps.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import type { Command } from './command.ts'

interface Options {
  steps?: string
  output: string
  browser: 'chromium' | 'firefox'
  executable?: string
}

export const record: Command = {
  add(program, terminal, run) {
    program
      .command('record')
      .description('Open a page, play steps in it, and write the recording.')
      .argument('<url>', 'the page')
      .option('-s, --steps <file>', 'a Chrome Recorder JSON, or a module exporting async ({ page }) => …')
      .requiredOption('-o, --output <file>', 'the recording to write')
      .addOption(
        new Option('-b, --browser <browser>', 'the browser')
          .choices(['chromium', 'firefox'])
          .default('chromium'),
      )
      .option('--executable <path>', "the browser's binary, in place of Playwright's own")
      .action((url: string, options: Options) => run(() => recordPage(url, options, terminal)))
  },
}

async function recordPage(url: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const play = options.steps === undefined ? undefined : await loadSteps(options.steps)
  const browser = await launch(options)
  try {
    const context = await browser.newContext(settingsOf(options))
    const recorder = await recordPages(context)
    const page = await context.newPage()
    try {
      await page.goto(url)
      // A page that has not mounted yet hears nothing of what is done in it.
      await recorder.settled()
      await play?.({ page })
    } catch (error) {
      throw error instanceof CliError
        ? error
        : new CliError(`It was not recorded: ${(error as Error).message}`)
    }
    await recorder.settled()
    const [problem] = recorder.unreadable
    if (problem) throw new CliError(`What the page reported could not be read: ${problem}.`)
    const djust = createDjust(recorder, {
      tool: 'djust-devtools record',
      browser: `${options.browser} ${browser.version()}`,
    })
    const rows = djust.rows().filter(({ kind }) => kind !== 'system').length
    await writeFile(options.output, djust.recording()).catch((error: Error) => {
      throw new CliError(`${options.output} cannot be written: ${error.message}.`)
    })
    terminal.out(`Wrote ${options.output}: ${rows} rows.\n`)
    return 0
  } finally {
    await browser.close()
  }
}

async function launch({ browser, executable }: Options) {
  const playwright = await import('playwright').catch(() => {
    throw new CliError('Recording needs Playwright. Run: npm install --save-dev @playwright/test')
  })
  try {
    return await playwright[browser].launch(launchOptionsOf(browser, executable))
  } catch (error) {
    const [says] = (error as Error).message.split('\n')
    throw new CliError(`${browser} did not start: ${says}. Run: npx playwright install ${browser}`)
  }
}

/** A Firefox of one's own is driven by WebDriver BiDi, Playwright's by its own protocol. */
function launchOptionsOf(browser: Options['browser'], executable: string | undefined): LaunchOptions {
  if (executable === undefined) return {}
  const channel = browser === 'firefox' ? { channel: 'moz-firefox' } : {}
  return { executablePath: executable, ...channel }
}

/** Firefox knows no override of media features by BiDi. */
function settingsOf({ browser, executable }: Options): BrowserContextOptions {
  if (browser !== 'firefox' || executable === undefined) return {}
  return { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null }
}
