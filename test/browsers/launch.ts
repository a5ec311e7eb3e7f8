/** Starts either browser, with our built extension unless told otherwise. */
import { join } from 'node:path'
import type { LaunchOptions, TestBrowser } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'

const root = join(import.meta.dirname, '../..')

export function launch(
  name: TestBrowser['name'],
  options: Omit<LaunchOptions, 'extension'> & { extension?: boolean } = {},
): Promise<TestBrowser> {
  const { extension = true, ...rest } = options
  const folder = join(root, 'dist', name === 'chromium' ? 'chrome' : 'firefox')
  const chosen: LaunchOptions = extension ? { ...rest, extension: folder } : rest
  return name === 'chromium' ? launchChromium(chosen) : launchFirefox(chosen)
}
