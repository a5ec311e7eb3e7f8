/** What a re-render did to the person who was typing, measured in both browsers while the panel is open. */
import { expect, test } from 'vitest'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { waitForRow } from './log.ts'

inBothBrowsers((here) => {
  test('a re-render that replaces the field under the hands says what it took', async () => {
    const { tab, panel } = await openBeside(here, '/harming')
    await tab.type('#q', 'b')
    await waitForRow(panel, 'dispatch search ok patched')
    await panel.waitFor(() =>
      document.querySelector('[role=row][data-name=search] .verdict')?.textContent?.includes('collateral'),
    )
    await panel.evaluate(() => document.querySelector<HTMLElement>('[role=row][data-name=search]')?.click())
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
