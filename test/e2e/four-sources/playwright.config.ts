/** The browser of this machine, at the demo that the test has started. */
import { defineConfig } from '@playwright/test'
import { FLAGS } from '../../browsers/chromium-flags.ts'

const { BASE_URL = '', EXECUTABLE = '', RESULTS = '' } = process.env

export default defineConfig({
  outputDir: RESULTS,
  use: { baseURL: BASE_URL, launchOptions: { executablePath: EXECUTABLE, args: FLAGS } },
})
