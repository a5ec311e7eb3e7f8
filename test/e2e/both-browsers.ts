/** Runs the same tests in Chromium and in Firefox beside each other, each started once, with a test site of its own. */
import { afterAll, beforeAll } from 'vitest'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { besideEachOther } from './beside-each-other.ts'
import { type Site, startSite } from './site/site.ts'

export interface Here {
  readonly name: TestBrowser['name']
  readonly browser: TestBrowser
  readonly site: Site
}

type Options = NonNullable<Parameters<typeof launch>[1]> & { files?: Record<string, string> }

/** `here` may be read inside tests and hooks only; before them nothing is started. */
export function inBothBrowsers(tests: (here: Here) => void, { files = {}, ...options }: Options = {}): void {
  besideEachOther((name) => {
    let browser: TestBrowser
    let site: Site
    beforeAll(async () => {
      site = await startSite(files)
      browser = await launch(name, options)
    })
    afterAll(async () => {
      await browser?.close()
      await site?.close()
    })
    tests({
      name,
      get browser() {
        return browser
      },
      get site() {
        return site
      },
    })
  })
}

/** A tab on a page of the site with the panel open beside it. */
export async function openBeside({ browser, site }: Here, path: string): Promise<{ tab: Tab; panel: Panel }> {
  const tab = await browser.openTab()
  await tab.goto(`${site.url}${path}`)
  return { tab, panel: await tab.openPanel() }
}
