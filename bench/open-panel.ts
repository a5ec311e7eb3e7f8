/** Opens the built panel on a recording and says what that took. */
import type { Browser, CDPSession, Page } from 'playwright'

export interface OpenedPanel {
  page: Page
  cdp: CDPSession
  /** ms of the main thread, from the last byte of the file to the rows on screen. */
  opening: number
}

/** `url` from the bench server; `rows` is how many the log will show. Rejects when they are not there within `timeout` ms. */
export async function openPanel(
  browser: Browser,
  url: string,
  rows: number,
  timeout = 300_000,
): Promise<OpenedPanel> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 700 } })
  page.setDefaultTimeout(timeout)
  const cdp = await page.context().newCDPSession(page)
  await page.addInitScript(noteTheText)
  await page.goto(url)
  await page.waitForFunction(rowsAreThere, rows, { polling: 'raf', timeout })
  const opening = await page.evaluate(() => performance.now() - globalThis.textCame)
  return { page, cdp, opening }
}

declare global {
  var textCame: number
}

/** The file has been fetched when its text is there: what comes after is the panel's own. */
function noteTheText(): void {
  const native = Response.prototype.text
  Response.prototype.text = async function text() {
    const said = await native.call(this)
    globalThis.textCame = performance.now()
    return said
  }
}

function rowsAreThere(rows: number): boolean {
  const count = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')
  return Number(count) === rows + 1 && document.querySelector('[role=row][data-kind]') !== null
}
