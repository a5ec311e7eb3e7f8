/** A row that is looked at is outlined in the page, in both browsers, and nothing of it stays. */
import { expect, test } from 'vitest'
import type { Panel, Surface } from '../browsers/browser.ts'
import { type Here, inBothBrowsers, openBeside } from './both-browsers.ts'
import { waitForRow } from './log.ts'

/** The overlay's own element; what is in it is closed to everyone. */
const isOutlined = (page: Surface, wanted: boolean) =>
  page.waitFor((is) => document.querySelectorAll('djust-devtools-overlay').length === (is ? 1 : 0), wanted)
const look = (panel: Panel, type: 'pointerover' | 'pointerleave', name: string) =>
  panel.evaluate(
    (event, of) =>
      document
        .querySelector(event === 'pointerover' ? `[data-name=${of}] .name` : '.djust-panel')
        ?.dispatchEvent(new PointerEvent(event, { bubbles: event === 'pointerover' })),
    type,
    name,
  )
/** What a page holds besides what it says, so that what was left behind would show. */
const contentOf = (page: Surface) => page.evaluate(() => document.documentElement.outerHTML)

const opened = async (here: Here, path: string) => {
  const { tab, panel } = await openBeside(here, path)
  return { tab, panel }
}

inBothBrowsers((here) => {
  test('the page is untouched until a row is looked at, and again when the look has gone', async () => {
    const { tab, panel } = await opened(here, '/quiet')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    const before = await contentOf(tab)
    expect(before).not.toContain('djust-devtools')
    await look(panel, 'pointerover', 'add')
    await isOutlined(tab, true)
    await tab.screenshot(`artifacts/screens/highlight-${here.name}.png`)
    await look(panel, 'pointerleave', 'add')
    await isOutlined(tab, false)
    expect(await contentOf(tab)).toBe(before)
    expect(await tab.evaluate(() => (window as never as { errors: string[] }).errors)).toEqual([])
    await tab.close()
  })

  test('a worker that ends takes its outlines along, and the next look brings them back', async () => {
    const { tab, panel } = await opened(here, '/quiet')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await look(panel, 'pointerover', 'add')
    await isOutlined(tab, true)
    await here.browser.stopBackground()
    await isOutlined(tab, false)
    await look(panel, 'pointerleave', 'add')
    await panel.evaluate(() => new Promise((done) => setTimeout(done, 300)))
    await look(panel, 'pointerover', 'add')
    await isOutlined(tab, true)
    await tab.close()
  })

  test('a page that forbids everything is outlined all the same', async () => {
    const { tab, panel } = await opened(here, '/strict')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await look(panel, 'pointerover', 'add')
    await isOutlined(tab, true)
    await tab.close()
  })

  test('each frame is outlined by itself, and what is gone is said to be gone', async () => {
    const { tab, panel } = await opened(here, '/frames')
    const child = await tab.frame('about:srcdoc')
    await child.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await look(panel, 'pointerover', 'add')
    await isOutlined(child, true)
    await isOutlined(tab, false)
    await look(panel, 'pointerleave', 'add')
    await child.evaluate(() => document.getElementById('add')?.remove())
    await look(panel, 'pointerover', 'add')
    await panel.evaluate(() => document.querySelector<HTMLElement>('[data-name=add]')?.click())
    await panel.waitFor(() =>
      document.querySelector('.pane')?.textContent?.includes('What asked is no longer on the page.'),
    )
    await tab.close()
  })
})
