/** What a person wishes for in the settings reaches the page: who asked is noted, and names of one's own are hidden. */
import { expect, test } from 'vitest'
import type { Surface } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { press, waitForRow } from './log.ts'

const open = (panel: Surface, name: string) =>
  panel.evaluate((of) => document.querySelector<HTMLElement>(`[role=row][data-name=${of}]`)?.click(), name)

const saysInDetails = (panel: Surface, text: string) =>
  panel.waitFor(
    (wanted) => document.querySelector('[aria-label=Details]')?.textContent?.includes(wanted),
    text,
  )

inBothBrowsers((here) => {
  test('the initiator is the line of the page’s own that asked, once stacks are noted', async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await open(panel, 'add')
    await saysInDetails(panel, 'Stacks are off')
    await press(panel, 'Settings')
    await panel.waitFor(() => document.querySelector('dialog[open], [role=dialog]'))
    await press(panel, 'Note stacks')
    await press(panel, 'Done')
    await tab.click('#nothing')
    await waitForRow(panel, 'dispatch nothing ok none')
    await open(panel, 'nothing')
    await saysInDetails(panel, 'send ')
    await saysInDetails(panel, 'of this extension')
    expect(
      await panel.evaluate(() =>
        [...document.querySelectorAll('.stack button.link:not([aria-expanded])')].map(
          (each) => each.textContent,
        ),
      ),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/^quiet:\d+$/)]))
    await tab.close()
  })

  test('a name of one’s own is hidden from then on', async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await press(panel, 'Settings')
    await panel.waitFor(() => document.querySelector('dialog textarea, [role=dialog] textarea'))
    await panel.evaluate(() => {
      const area = document.querySelector<HTMLTextAreaElement>('dialog textarea, [role=dialog] textarea')
      if (!area) return
      area.value = 'iban'
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await press(panel, 'Done')
    // The wish is on its way to the page, as long as no person needs to turn to it.
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    // In the page's own realm: what comes from a driver's hides its members there.
    await tab.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = `send('nothing', { Iban: 'DE4711', q: 'kept' })`
      document.head.append(script)
    })
    await waitForRow(panel, 'dispatch nothing ok none')
    await open(panel, 'nothing')
    await press(panel, 'Payload')
    await saysInDetails(panel, '‹secret#1›')
    await saysInDetails(panel, 'kept')
    expect(await panel.evaluate(() => document.body.textContent?.includes('DE4711'))).toBe(false)
    await tab.close()
  })
})
