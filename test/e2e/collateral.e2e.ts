/** What a re-render did to the person who was typing, measured in both browsers while the panel is open. */
import { expect, test } from 'vitest'
import type { Panel, Tab } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'

inBothBrowsers((here) => {
  test('a re-render that replaces the field under the hands says what it took', async () => {
    const { tab, panel } = await openBeside(here, '/harming')
    await typeUntilMeasured(tab, panel)
    await panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=row][data-name=search]')].at(-1)?.click(),
    )
    const section = await panel.waitFor(
      () =>
        [...document.querySelectorAll('[role=complementary] section')].find((each) =>
          each.textContent?.startsWith('Collateral'),
        )?.textContent,
    )
    expect(section).toContain('input#q focus was lost')
    expect(section).toContain('input#q the field is gone, with 1 typed character')
    await panel.screenshot(`artifacts/screens/collateral-${here.name}.png`)
    await tab.close()
  })
})

/**
 * What measures comes into the page a moment after the panel does, maybe between a key and its answer: so one more key is typed
 * when it is there. Every key is another re-render, which takes the field again.
 */
async function typeUntilMeasured(tab: Tab, panel: Panel): Promise<void> {
  let measured = 0
  for (let key = 1; key <= 10; key++) {
    await tab.type('#q', 'b')
    const isMeasured = await panel.waitFor(async (count) => {
      const rows = [
        ...document.querySelectorAll<HTMLElement>('[role=row][data-name=search][data-render=patched]'),
      ]
      if (rows.length < count) return false
      // It is told with the next picture.
      await new Promise((resolve) => setTimeout(resolve, 500))
      return rows.at(-1)?.querySelector('.verdict')?.textContent?.includes('collateral') ? 'yes' : 'no'
    }, key)
    if (isMeasured === 'yes') measured++
    if (measured === 2) return
  }
  throw new Error('No re-render was measured.')
}
