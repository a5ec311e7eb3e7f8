/** A plain Chromium without any extension, for tests of what runs in a page. */
import { type Browser, chromium } from 'playwright'
import { ensureBrowser } from '../../scripts/browsers.ts'
import { FLAGS } from './chromium-flags.ts'

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser('chromium'), args: FLAGS })
}
