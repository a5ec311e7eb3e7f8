/** Records sessions at the demo with the real instrument in a real browser, for comparisons: the same actions every time, at a server of a seeded pace. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import type { Exchange } from '../src/core/exchange.ts'
import { rowsOf } from '../src/core/log.ts'
import { record } from '../src/playwright/recorder.ts'

export interface Served {
  url: string
  /** From now on the server takes so many times 20 to 40 ms. */
  pace(times: number): Promise<void>
  close(): void
}

/** The demo in a process of its own; the seed draws how long it takes. */
export async function serveAtPace(seed: number): Promise<Served> {
  const server = fork(join(import.meta.dirname, 'serve-at-pace.ts'), [String(seed)])
  const [url] = await once(server, 'message')
  return {
    url: String(url),
    async pace(times) {
      const heard = once(server, 'message')
      server.send(times)
      await heard
    },
    close: () => server.disconnect(),
  }
}

export async function recordSession(
  browser: Browser,
  { url }: Served,
  drive: (page: Page) => Promise<void>,
): Promise<Exchange[]> {
  const context = await browser.newContext()
  try {
    const recorder = await record(context)
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(`${url}/tutorial`)
    await recorder.settled(60_000)
    await drive(page)
    await recorder.settled(60_000)
    if (recorder.unreadable.length > 0) throw new Error(recorder.unreadable[0])
    return [...rowsOf(recorder.log())]
  } finally {
    await context.close()
  }
}

const WORDS = ['reg', 'per', 'sec', 'mob', 'tim', 'leg', 'tes', 're', 'pe', 'se']

/** As a person does: types, picks what is found, and takes it away again. */
export async function byHand(page: Page): Promise<void> {
  for (const word of WORDS) {
    await page.locator('#tag-input').pressSequentially(word, { delay: 25 })
    await page.locator('#tag-suggestions [role=option]').first().click()
    await page.locator('.chips button').first().click()
    await page.locator('.chips button').waitFor({ state: 'detached' })
  }
}

/** Without a person's pauses: 30 calls, and 30 tags that are added and removed. */
export async function byScript(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { djust } = window as unknown as {
      djust: {
        call(view: string, name: string, params: object): Promise<{ id: number; name: string }[]>
        dispatch(name: string, params: object): Promise<unknown>
      }
    }
    for (let turn = 0; turn < 30; turn++) {
      const [tag] = await djust.call('issues.new', 'search_tags', { q: 'abcdefghijklmnoprstuvw'[turn % 22] })
      await djust.dispatch('add_tag', { id: tag?.id })
      await djust.dispatch('remove_tag', { id: tag?.id })
      await new Promise((resolve) => setTimeout(resolve, 5 + (turn % 7)))
    }
  })
}
