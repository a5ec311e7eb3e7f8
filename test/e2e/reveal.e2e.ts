/** An element is shown in the browser's own inspector, in both browsers. */
import { expect, test } from 'vitest'
import type { Panel } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { waitForRow } from './log.ts'

declare const chrome: {
  devtools: { inspectedWindow: { eval(code: string, hear: (value: unknown) => void): void } }
}
/** Reveals who asked, and waits until the inspector has it, as it answers itself. In one go: it takes the panel's place in DevTools. */
const reveal = (panel: Panel, name: string) =>
  panel.evaluate(async (of) => {
    const until = async <R>(ask: () => R | Promise<R>): Promise<R | undefined> => {
      for (let tries = 0; tries < 40; tries++) {
        const answer = await ask()
        if (answer) return answer
        await new Promise((done) => setTimeout(done, 100))
      }
      return undefined
    }
    document.querySelector<HTMLElement>(`[data-name=${of}]`)?.click()
    const button = await until(() =>
      [...document.querySelectorAll<HTMLButtonElement>('.pane button:enabled')].find((each) =>
        each.textContent?.startsWith('Reveal who asked'),
      ),
    )
    button?.click()
    return until(
      () => new Promise((done) => chrome.devtools.inspectedWindow.eval('$0 && $0.id', (id) => done(id))),
    )
  }, name)

inBothBrowsers((here) => {
  test('who asked is revealed in the inspector', async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    expect(await reveal(panel, 'add')).toBe('add')
    await tab.close()
  })

  test('in a frame it is revealed where the browser can, and else it says why not', async () => {
    const { tab, panel } = await openBeside(here, '/framed')
    const child = await tab.frame('/asking')
    await child.click('#search')
    await waitForRow(panel, 'call search ok none')
    if (here.name === 'chromium') {
      expect(await reveal(panel, 'search')).toBe('search')
    } else {
      await panel.evaluate(() => document.querySelector<HTMLElement>('[data-name=search]')?.click())
      await panel.waitFor(() => document.querySelector('.pane')?.textContent?.includes('the top frame only'))
    }
    await tab.close()
  })
})
