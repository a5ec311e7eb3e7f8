/** An element is shown in the browser's own inspector, in both browsers. */
import { expect, test } from 'vitest'
import type { Panel } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { waitForRow } from './log.ts'

/** What the inspector has selected, as the browser itself answers. */
const inspected = (panel: Panel) =>
  panel.waitFor(async () => {
    const { devtools } = (globalThis as never as { browser?: typeof chrome; chrome: typeof chrome }).chrome
    return new Promise((done) => devtools.inspectedWindow.eval('$0 && $0.id', (id) => done(id)))
  })
declare const chrome: {
  devtools: { inspectedWindow: { eval(code: string, hear: (value: unknown) => void): void } }
}
const reveal = (panel: Panel, name: string) =>
  panel.waitFor((of) => {
    document.querySelector<HTMLElement>(`[data-name=${of}]`)?.click()
    const found = [...document.querySelectorAll<HTMLButtonElement>('.pane button')].find((each) =>
      each.textContent?.startsWith('Reveal who asked'),
    )
    if (!found || found.disabled) return false
    found.click()
    return true
  }, name)

inBothBrowsers((here) => {
  test('who asked is revealed in the inspector', async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await reveal(panel, 'add')
    expect(await inspected(panel)).toBe('add')
    await tab.close()
  })

  test('in a frame it is revealed where the browser can, and else it says why not', async () => {
    const { tab, panel } = await openBeside(here, '/framed')
    const child = await tab.frame('/asking')
    await child.click('#search')
    await waitForRow(panel, 'call search ok none')
    if (here.name === 'chromium') {
      await reveal(panel, 'search')
      expect(await inspected(panel)).toBe('search')
    } else {
      await panel.evaluate(() => document.querySelector<HTMLElement>('[data-name=search]')?.click())
      await panel.waitFor(() => document.querySelector('.pane')?.textContent?.includes('the top frame only'))
    }
    await tab.close()
  })
})
