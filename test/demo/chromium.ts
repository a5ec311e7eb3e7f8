/** A plain Chromium for the demo's pages, without any extension. */
import { type Browser, chromium } from 'playwright'
import { ensureBrowser } from '../../scripts/browsers.ts'

export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
