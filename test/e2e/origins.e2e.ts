/** Where the extension runs: local hosts by right, any other origin after one click in the popup, and not after it is forgotten. */
import { expect, test } from 'vitest'
import { inBothBrowsers } from './both-browsers.ts'
import { readLog, waitForRow } from './log.ts'

const FOREIGN = 'other.example'

inBothBrowsers(
  (here) => {
    test('a page on 0.0.0.0 is watched', async () => {
      const tab = await here.browser.openTab()
      await tab.goto(`http://0.0.0.0:${here.site.port}/quiet`)
      const panel = await tab.openPanel()
      await tab.click('#add')
      await waitForRow(panel, 'dispatch add ok patched')
      await tab.close()
    })

    test('another origin is watched only between the click that asks for it and the click that forgets it', async () => {
      const foreign = `http://${FOREIGN}:${here.site.port}`
      await here.browser.approve(`http://${FOREIGN}/*`)
      const tab = await here.browser.openTab()
      await tab.goto(`${foreign}/quiet`)
      const panel = await tab.openPanel()
      await panel.waitFor(
        () => document.querySelector('[data-empty]')?.getAttribute('data-empty') === 'unwatched',
      )
      await tab.click('#add')
      await tab.waitFor(() => document.querySelector('output')?.textContent !== '0')
      expect(await readLog(panel)).toEqual([])

      const popup = await here.browser.openOwnPage(
        `src/popup/popup.html?origin=${encodeURIComponent(foreign)}`,
      )
      await popup.click('button.primary')
      await popup.waitFor(() => document.body.textContent?.includes('is watched'))
      await tab.goto(`${foreign}/quiet`)
      await tab.click('#add')
      await waitForRow(panel, 'dispatch add ok patched')

      await popup.click(`button[aria-label="Forget http://${FOREIGN}/*"]`)
      await popup.waitFor(() => document.body.textContent?.includes('is not watched'))
      await tab.goto(`${foreign}/quiet`)
      await panel.waitFor(
        () => document.querySelector('[data-empty]')?.getAttribute('data-empty') === 'unwatched',
      )
      await tab.click('#add')
      await tab.waitFor(() => document.querySelector('output')?.textContent !== '0')
      await panel.waitFor(() => document.querySelectorAll('[role=row][data-kind]').length === 0)
    })
  },
  { hosts: [FOREIGN] },
)
