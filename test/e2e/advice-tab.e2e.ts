/** The tab of advice in the real DevTools, on a mishap of the demo: what it names, what proves it, the change to copy, and what was muted. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Panel, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { besideEachOther } from './beside-each-other.ts'
import { press, readLog } from './log.ts'

const root = join(import.meta.dirname, '../..')
const TITLE = 'Whole HTML instead of patches'

/** Opens the tab, and waits until it names the rule, or does not: among articles, or in the list of what is muted. */
async function waitForAdvice(panel: Panel, wanted: { told: boolean; muted: boolean }): Promise<void> {
  await panel.waitFor(
    (title, told, muted) => {
      const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) =>
        textContent?.startsWith('Advice'),
      )
      if (tab?.getAttribute('aria-selected') !== 'true') tab?.click()
      const names = (selector: string) =>
        [...document.querySelectorAll(selector)].some(({ textContent }) => textContent?.includes(title))
      return names('article h2') === told && names('section[aria-label=Muted] li') === muted
    },
    TITLE,
    wanted.told,
    wanted.muted,
  )
}

besideEachOther((name) => {
  const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: TestBrowser
  beforeAll(async () => {
    demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
    browser = await launch(name)
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    rmSync(data, { recursive: true })
  })

  test('a mishap is named, with the rows that prove it and the change to copy; muted, it is silent until it is told again', async () => {
    const tab = await browser.openTab()
    await tab.goto(`${demo.url}/mishaps/full-html`)
    const panel = await tab.openPanel()
    await tab.waitFor(() => document.body.classList.contains('dj-connected'))
    const votes = 3
    for (let n = 1; n <= votes; n += 1) {
      await tab.click('[dj-click=vote]')
      await panel.waitFor(
        (count) => document.querySelectorAll('[data-name=vote][data-status=ok]').length === count,
        n,
      )
    }
    expect(await readLog(panel)).toEqual(Array(votes).fill('dispatch vote ok replaced'))

    await waitForAdvice(panel, { told: true, muted: false })
    // By a key that the browser trusts, or it lets nobody copy.
    await panel.takeKeys()
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('article [aria-label="Copy the Python"]')?.focus(),
    )
    await panel.press('Enter')
    await panel.waitFor(() =>
      document.querySelector('.confirmation')?.textContent?.includes('Copied the Python'),
    )

    // Each row that proves it is a way to that row in the log.
    for (let proof = 0; proof < votes; proof += 1) {
      await waitForAdvice(panel, { told: true, muted: false })
      await panel.waitFor((at) => {
        const links = [...document.querySelectorAll<HTMLButtonElement>('article button.link')].filter(
          ({ textContent }) => textContent?.startsWith('dispatch vote at '),
        )
        links[at]?.click()
        return links[at] !== undefined
      }, proof)
      await panel.waitFor((at) => {
        const rows = [...document.querySelectorAll('[role=row][data-name=vote]')]
        return rows.findIndex((row) => row.getAttribute('aria-selected') === 'true') === at
      }, proof)
    }
    // In its details the row says what it proves.
    await panel.waitFor(
      (title) => document.querySelector('[role=complementary]')?.textContent?.includes(title),
      TITLE,
    )

    await waitForAdvice(panel, { told: true, muted: false })
    await press(panel, `Mute “${TITLE}”`)
    await waitForAdvice(panel, { told: false, muted: true })

    await panel.evaluate(() => {
      Object.assign(window, { isOld: true })
      setTimeout(() => location.reload())
    })
    await panel.waitFor(() => !('isOld' in window) && document.querySelector('[data-name=vote]'))
    await waitForAdvice(panel, { told: false, muted: true })
    await press(panel, 'Tell again')
    await waitForAdvice(panel, { told: true, muted: false })
  })
})
