/** The session, in the fixture. */
import { writeFileSync } from 'node:fs'
import { expect, test } from '../../../src/playwright/playwright.ts'

test('picks two tags, takes one away', async ({ page, djust }) => {
  await page.goto('/tutorial')
  await djust.settled()
  for (const [count, word] of ['reg', 'per'].entries()) {
    await page.locator('#tag-input').pressSequentially(word, { delay: 20 })
    await page.locator('#tag-suggestions [role=option]').first().click()
    await expect(page.locator('.chips li')).toHaveCount(count + 1)
  }
  await page.locator('.chips li:first-child button').click()
  await expect(page.locator('.chips li')).toHaveCount(1)
  await djust.settled()
  writeFileSync(process.env['RECORDING'] ?? '', djust.recording())
})
