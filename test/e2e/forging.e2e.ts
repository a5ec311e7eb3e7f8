/** Pages that try to overhear us or to speak in our name: from an inline script, from a parent, through an early `document.open()`. */
import { beforeAll, expect, test } from 'vitest'
import type { Panel, Tab } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { readLog, waitForRow } from './log.ts'

declare const caught: string[]

inBothBrowsers((here) => {
  let tab: Tab
  let panel: Panel
  beforeAll(async () => {
    ;({ tab, panel } = await openBeside(here, '/plain'))
  })

  test('an inline script neither hears nor forges anything, and is logged as ever', async () => {
    await tab.goto(`${here.site.url}/forging`)
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    expect(await tab.evaluate(() => caught)).toEqual(['heard the instrument'])
    expect((await readLog(panel)).filter((row) => row.includes('forged'))).toEqual([])
  })

  test('a parent gets no hold on its frames, and what it writes into one by document.open() is logged', async () => {
    await tab.goto(`${here.site.url}/forging-parent`)
    const child = await tab.frame('?child')
    await child.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await tab.evaluate(() => {
      const frames = document.querySelectorAll('iframe')
      const opened = frames[1]?.contentDocument
      opened?.querySelector<HTMLElement>('#nothing')?.click()
    })
    await waitForRow(panel, 'dispatch nothing ok none')
    // What it hears is its own greeting, once per attack on a window that it did not attack before.
    expect(new Set(await tab.evaluate(() => caught))).toEqual(new Set(['heard the instrument']))
    expect((await readLog(panel)).filter((row) => row.includes('forged'))).toEqual([])
  })
})
