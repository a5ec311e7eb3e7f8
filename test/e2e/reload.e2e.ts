/** The extension is reloaded under an open page: the page goes on undisturbed, and is watched again once it is reloaded itself. */
import { expect, test } from 'vitest'
import { poll } from '../browsers/browser.ts'
import { inBothBrowsers } from './both-browsers.ts'
import { waitForRow } from './log.ts'

declare const chrome: { runtime: { reload(): void } }

inBothBrowsers((here) => {
  test('the page hears nothing of it and goes on working', async () => {
    const tab = await here.browser.openTab()
    await tab.goto(`${here.site.url}/quiet?errors`)
    await tab.click('#add')
    await tab.waitFor(() => document.querySelector('output')?.textContent === '1')
    const own = await here.browser.openOwnPage('src/popup/popup.html')
    await own.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50))
    // The page that asks goes down with what it asks for.
    await poll(() => own.evaluate(() => false).catch(() => true), 'the extension to go')
    for (let n = 2; n < 6; n++) {
      await tab.click('#add')
      await tab.waitFor((wanted) => document.querySelector('output')?.textContent === wanted, String(n))
    }
    expect(await tab.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([])
    // A page or DevTools that open while the extension is away know nothing of it, even when it is back.
    const back = await poll(
      () => here.browser.openOwnPage('src/popup/popup.html'),
      'the extension to be back',
      40_000,
    )
    await back.close()
    await tab.goto(`${here.site.url}/quiet?again`)
    const panel = await tab.openPanel()
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
  })
})
