/** What a row had asked is asked again by the page itself, in both browsers and in the frame that it came from. */
import { expect, test } from 'vitest'
import type { ConsoleLine, Panel, Surface } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { readLog, waitForRow } from './log.ts'

/** Opens a row's details and presses what is in them. */
async function ask(panel: Panel, name: string, button: RegExp): Promise<void> {
  await panel.evaluate((of) => document.querySelector<HTMLElement>(`[data-name=${of}]`)?.click(), name)
  await press(panel, button)
}
const press = (panel: Panel, button: RegExp) =>
  panel.waitFor((source) => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('.pane button, dialog button')].find(
      (each) => new RegExp(source, 'i').test(each.textContent ?? '') && !each.disabled,
    )
    found?.click()
    return found !== undefined
  }, button.source)
const said = (panel: Panel, words: string) =>
  panel.waitFor((text) => document.querySelector('dialog')?.textContent?.includes(text), words)
const asked = (page: Surface) => page.evaluate(() => (window as never as { asked: string[] }).asked)
const errors = (page: Surface) => page.evaluate(() => (window as never as { errors: string[] }).errors)

inBothBrowsers((here) => {
  test('a call goes out by djust.call, and leads to the row that it made', async () => {
    const { tab, panel } = await openBeside(here, '/asking')
    await tab.click('#search')
    await waitForRow(panel, 'call search ok none')
    await ask(panel, 'search', /^Resend$/)
    await said(panel, 'djust.call("site", "search", {')
    await panel.screenshot(`artifacts/screens/resend-${here.name}.png`)
    expect(await asked(tab)).toEqual(['search'])
    await press(panel, /^Send$/)
    await said(panel, 'It was answered.')
    expect(await asked(tab)).toEqual(['search', 'search'])
    await press(panel, /^Show the row/)
    await panel.waitFor(() => !document.querySelector('dialog'))
    expect(await readLog(panel)).toEqual(['call search ok none', 'call search ok none'])
    const place = await panel.evaluate(() =>
      document.querySelector('[role=row][aria-selected=true]')?.getAttribute('aria-rowindex'),
    )
    expect(place).toBe('3')
    expect(await errors(tab)).toEqual([])
    await tab.close()
  })

  test('a call that fails says with which code, and the page is not told of an error that nobody caught', async () => {
    const { tab, panel } = await openBeside(here, '/asking')
    await tab.click('#broken')
    await waitForRow(panel, 'call broken error none')
    await ask(panel, 'broken', /^Resend$/)
    await press(panel, /^Send$/)
    await said(panel, 'It was answered with an error. function_error: It broke.')
    expect(await errors(tab)).toEqual([])
    await tab.close()
  })

  test('a dispatch goes out by djust.handleEvent, edited, in the frame that it came from', async () => {
    const { tab, panel } = await openBeside(here, '/framed')
    const child = await tab.frame('/asking')
    await child.click('#event')
    await waitForRow(panel, 'dispatch add ok patched')
    await ask(panel, 'add', /^Edit and resend$/)
    await panel.waitFor(() => {
      const area = document.querySelector('textarea')
      if (!area) return false
      area.value = '{"id": 2}'
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
      return true
    })
    await press(panel, /^Send$/)
    await said(panel, 'It was answered.')
    expect(await asked(child)).toEqual(['add', 'add'])
    await tab.close()
  })

  test("an API handler goes out by fetch, with the page's own token", async () => {
    const { tab, panel } = await openBeside(here, '/asking')
    await tab.click('#touch')
    await waitForRow(panel, 'call touch ok none')
    await ask(panel, 'touch', /^Resend$/)
    await press(panel, /^Send$/)
    await said(panel, 'It was answered.')
    expect(await readLog(panel)).toEqual(['call touch ok none', 'call touch ok none'])
    await tab.close()
  })

  test('many go out one after the other, with figures at the end', async () => {
    const { tab, panel } = await openBeside(here, '/asking')
    await tab.click('#search')
    await waitForRow(panel, 'call search ok none')
    await ask(panel, 'search', /^Resend ×N/)
    await press(panel, /^Send 20 times$/)
    await said(panel, '20 sent: 20 ok.')
    expect(await asked(tab)).toHaveLength(21)
    await panel.screenshot(`artifacts/screens/resend-many-${here.name}.png`)
    await tab.close()
  })

  test('a page that has broken the language under its own feet says so, and sees nothing of who asked', async () => {
    const { tab, panel } = await openBeside(here, '/poisoned')
    const told: ConsoleLine[] = []
    await tab.hearConsole((line) => told.push(line))
    await tab.click('#search')
    await waitForRow(panel, 'call search ok none')
    // Nothing runs in that page any more that is not its own, so from here on only the panel is asked.
    await tab.click('#poison')
    await ask(panel, 'search', /^Resend$/)
    await press(panel, /^Send$/)
    await said(panel, 'It was answered with an error. poisoned')
    await press(panel, /^(Close|Cancel)$/)
    await panel.evaluate(async () => {
      const row = document.querySelector('[data-name=search] .name')
      row?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
      await new Promise((done) => setTimeout(done, 600))
    })
    expect(told.filter(({ level }) => level === 'error')).toEqual([])
    await tab.close()
  })
})
