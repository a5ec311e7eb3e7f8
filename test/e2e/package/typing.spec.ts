/** What a team writes: the title is checked by a server function, and nothing re-renders. */
import { expect, test } from 'djust-devtools/playwright'

test('checking the title re-renders nothing', async ({ page, djust }) => {
  await page.goto(`/mishaps/handler-never-renders${process.env['MISHAP'] ? '' : '/twin'}`)
  await page.getByLabel('Title').fill('Login')
  await page.getByRole('button', { name: 'Check' }).click()
  await djust.settled()
  await expect(djust).toHold('contract.yaml')
  await expect(djust).toHaveCalled('check_title', { times: 1 })
  await expect(djust).not.toHaveDispatched('check_title')
  await expect(djust).not.toHaveRerendered()
  djust.mark()
  await expect(djust).not.toHaveCalled('check_title')
})
