/** A well-written page on the real djust gives no advice, whatever a person does there: a seeded drive, counted in actions. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import { advise } from '../../src/core/advice/advise.ts'
import { rowsOf } from '../../src/core/log.ts'
import { builtRecorder, goTo, isStarved, openRecordedPage, readLog, watchPace } from '../advice/recorder.ts'
import { VARIANTS } from '../advice/scenarios.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { randomFrom } from './random.ts'

const SEED = Number(process.env['SEED'] ?? 1)
const ACTIONS = Number(process.env['ACTIONS'] ?? 2000)
/** A page is left after so many, as people leave pages; what rules count begins anew. */
const A_PAGE = 100
/** At once, each with a page and a seed of its own: most of a drive is waiting. */
const PERSONS = 4

const recorder = builtRecorder()
let django: Django
let browser: Browser
beforeAll(async () => {
  django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined })
  browser = await startChromium()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await django?.stop()
})

const WORDS = ['tea', 'rye', 'pri', 'mail', 'atlas', 'be', 'mouse', 'jam', 'di', 's']

/** Each is one thing that a person does, with the pause that a person makes. */
const ACTS: Record<string, (page: Page, name: string, pick: (count: number) => number) => Promise<unknown>> =
  {
    search: async (page, name, pick) => {
      await page.locator(`#${name}-search`).fill('')
      await page.locator(`#${name}-search`).pressSequentially(WORDS[pick(WORDS.length)] ?? '', { delay: 60 })
    },
    pick: (page, name, pick) => clickSome(page, `#${name}-hits [data-id]`, pick),
    drop: (page, name, pick) => clickSome(page, `#${name}-picked button`, pick),
    details: (page, name, pick) => clickSome(page, `#${name}-rows [data-details]`, pick),
    all: (page, name) => page.locator(`#${name}-all`).click(),
    count: (page) => page.locator('#desk-refresh, #shelf-count, #library-stock').click(),
    arrive: (page) => page.locator('#desk-new, #shelf-deliver, #library-arrive').click(),
    take: (page) => page.locator('#desk-take, #shelf-gift, #library-reserve').click(),
    note: (page, _name, pick) =>
      page
        .locator('#desk-note, #shelf-wish, #library-note')
        .pressSequentially(WORDS[pick(WORDS.length)] ?? '', { delay: 40 }),
    send: async (page, name, pick) => {
      await page.locator(`#${name}-text`).fill(pick(2) === 0 ? '' : 'Some words')
      await page.locator(`#${name}-send`).click()
    },
  }

async function clickSome(page: Page, selector: string, pick: (count: number) => number): Promise<void> {
  const found = page.locator(selector)
  const count = await found.count()
  // A patch may have taken it meanwhile, as it may from under a person's hand.
  if (count > 0)
    await found
      .nth(pick(count))
      .click({ timeout: 2000 })
      .catch(() => {})
}

/** One person's share of the actions; what the page gave advice about, and how many exchanges there were. */
async function drive(seed: number, actions: number): Promise<{ told: string[]; exchanges: number }> {
  const random = randomFrom(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const page = await openRecordedPage(browser, await recorder)
  const names = Object.keys(ACTS)
  page.setDefaultTimeout(120_000)
  const told: string[] = []
  let exchanges = 0
  for (let done = 0; done < actions; ) {
    const variant = VARIANTS[pick(VARIANTS.length)] ?? 'desk'
    await goTo(page, `${django.url}/mishaps/${variant}/`)
    await watchPace(page)
    for (const end = Math.min(actions, done + A_PAGE); done < end; done++) {
      await ACTS[names[pick(names.length)] ?? 'count']?.(page, variant, pick)
      await page.waitForTimeout(50 + pick(200))
    }
    const log = await readLog(page)
    const rows = rowsOf(log)
    exchanges += rows.length
    // Where the machine had no time for page or server, that they were slow is true, and says nothing of the page.
    const isBusy = await isStarved(page, log)
    const found = advise(rows).filter(({ rule }) => !(isBusy && rule.startsWith('slow-')))
    told.push(...found.map(({ rule, subject, says }) => `${variant}: ${rule} ${subject}: ${says}`))
  }
  return { told, exchanges }
}

test(`${ACTIONS} actions with seed ${SEED} give no advice`, async () => {
  const shares = Array.from({ length: PERSONS }, (_, at) => drive(SEED * PERSONS + at, ACTIONS / PERSONS))
  const driven = await Promise.all(shares)
  const told = driven.flatMap((share) => share.told)
  const exchanges = driven.reduce((sum, share) => sum + share.exchanges, 0)
  console.log(`${ACTIONS} actions, ${exchanges} exchanges, seed ${SEED}: ${told.length} findings`)
  expect(exchanges).toBeGreaterThan(ACTIONS / 4)
  expect(told).toEqual([])
}, 3_000_000)
