/** What a person does in the tutorial, until the log has it: searches for a tag, picks it, and writes the issue. */
import type { Page, Surface } from '../browsers/browser.ts'
import { waitForRow } from './log.ts'

export async function pickTagAndSubmit(page: Page, log: Surface): Promise<void> {
  await page.type('#tag-input', 'reg', 250)
  await waitForRow(log, 'call search_tags ok none')
  await page.waitFor(() => document.querySelectorAll('#tag-suggestions [role=option]').length > 0)
  await page.click('#tag-suggestions [role=option]')
  await waitForRow(log, 'dispatch add_tag ok patched')
  await page.click('button[type=submit]')
  await waitForRow(log, 'dispatch submit ok patched')
}
