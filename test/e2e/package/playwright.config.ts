/** Drives the browser that the test names; Firefox as people install it, which knows no override of media features by BiDi. */
import { defineConfig } from '@playwright/test'

const { BASE_URL = '', BROWSER = 'chromium', EXECUTABLE = '' } = process.env
const isFirefox = BROWSER === 'firefox'

export default defineConfig({
  testMatch: 'typing.spec.ts',
  use: {
    baseURL: BASE_URL,
    browserName: isFirefox ? 'firefox' : 'chromium',
    ...(isFirefox ? { channel: 'moz-firefox', colorScheme: null } : {}),
    contextOptions: isFirefox ? { reducedMotion: null, forcedColors: null, contrast: null } : {},
    launchOptions: { executablePath: EXECUTABLE },
  },
})
