/** What axe finds: in the log and in every tab of the details, in the studio and in the panel by itself, light and dark, wide and narrow. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { createLog, fold } from '../../src/core/log.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { page as story } from '../language/page.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-axe-'))
const TABS = ['Overview', 'Payload', 'Response', 'Patches', 'Timing']

let demo: Awaited<ReturnType<typeof startDemo>>
let browser: Browser
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
  browser = await startChromium()
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  rmSync(data, { recursive: true })
})

async function complaintsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 100)}`))
}

/** The log, then these tabs of the last row of that name, the find box and a menu. */
async function complaintsAbout(
  page: Page,
  name: string,
  tabs: readonly string[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = { Log: await complaintsOn(page) }
  await page.locator(`[role=row][data-name=${name}]`).last().click()
  for (const tab of tabs) {
    await page.getByRole('tab', { name: tab }).click()
    await page.locator('[role=complementary] [role=tabpanel] > :not(h2)').first().waitFor()
    found[tab] = await complaintsOn(page)
  }
  await page.getByRole('tab', { name: 'Payload' }).click()
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('searchbox', { name: 'Find in this tree' }).fill('a')
  found['Find'] = await complaintsOn(page)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('menu').waitFor()
  found['Menu'] = await complaintsOn(page)
  return found
}

const nothingAbout = (tabs: readonly string[]) =>
  Object.fromEntries(['Log', ...tabs, 'Find', 'Menu'].map((name) => [name, []]))

test('nothing in the studio', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage()
  await page.goto(demo.url)
  const tutorial = page.frameLocator('#tutorial')
  await tutorial.locator('#tag-input').pressSequentially('reg', { delay: 100 })
  await tutorial.locator('#tag-suggestions [role=option]').first().click()
  expect(await complaintsAbout(page, 'add_tag', TABS)).toEqual(nothingAbout(TABS))
  await page.context().close()
})

test.each([
  ['dark', 1100],
  ['light', 400],
])('nothing in the panel by itself, %s and %d px wide', async (theme, width) => {
  const home = story()
    .live()
    .event('add', 1)
    .patch(2, { ref: 1 })
    .event('add', 2)
    .patch(40, { ref: 2 })
    .dom(5)
  home.hears('{"type":"pat').calls('get').answers(403, { error: 'permission_denied', message: 'Not yours' })
  const page = await (await browser.newContext({ viewport: { width, height: 700 } })).newPage()
  const text = writeRecording(home.log, { tool: 'djust-devtools test', redaction: 'as captured' })
  await page.route(
    ({ pathname }) => pathname === '/then.jsonl',
    (route) => route.fulfill({ body: text }),
  )
  await page.goto(`${demo.url}/src/panel/panel.html?theme=${theme}`)
  expect(await complaintsOn(page), 'empty').toEqual([])
  await page.goto(`${demo.url}/src/panel/panel.html?theme=${theme}&recording=/then.jsonl`)
  expect(await complaintsAbout(page, 'add', [...TABS, 'Compare'])).toEqual(nothingAbout([...TABS, 'Compare']))
  await page.context().close()
})

test.each([
  ['dark', 1100],
  ['light', 320],
])('nothing in the statistics, the menu and the dialogs, %s and %d px wide', async (theme, width) => {
  const page = await (await browser.newContext({ viewport: { width, height: 700 } })).newPage()
  await page.route(
    ({ pathname }) => pathname === '/two.jsonl',
    (route) => route.fulfill({ body: twoPages() }),
  )
  await page.goto(`${demo.url}/src/panel/panel.html?theme=${theme}&recording=/two.jsonl`)
  await page.locator('.navigation-line').waitFor()
  const found: Record<string, string[]> = { Log: await complaintsOn(page) }
  await page.getByRole('tab', { name: 'Statistics' }).click()
  await page.locator('.uplot').waitFor()
  await page.getByText('The same as a table').click()
  found['Statistics'] = await complaintsOn(page)
  await page.getByRole('tab', { name: 'Advice' }).click()
  await page.getByRole('article').first().waitFor()
  found['Advice'] = await complaintsOn(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menu').waitFor()
  found['Menu'] = await complaintsOn(page)
  await page.getByRole('menuitem', { name: /^HTML/ }).click()
  await page.getByText(/^Ready:/).waitFor()
  found['Export'] = await complaintsOn(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel(/^Try it/).fill('{"password": 1}')
  found['Settings'] = await complaintsOn(page)
  expect(found).toEqual({ Log: [], Statistics: [], Advice: [], Menu: [], Export: [], Settings: [] })
  await page.context().close()
})

function twoPages(): string {
  const [first, second] = [story('first', { origin: 1_000 }), story('second', { origin: 60_000 })]
  first.live().event('add', 1).patch(4, { ref: 1 }).dom(5).calls('get').answers(403, {})
  second.live().event('add', 1).calls('get').answers(200, {})
  for (const at of [2000, 3000, 4000])
    second
      .at(at)
      .calls('find', { q: 'r' })
      .answers(200, { result: ['red'] })
  const sightings = [first, second].flatMap(({ doc, frame, facts }) =>
    facts.map((fact) => ({ doc, frame, fact })),
  )
  return writeRecording(fold(createLog(), sightings), {
    tool: 'djust-devtools test',
    redaction: 'as captured',
  })
}
