/** Drives a page in a real Chromium with the instrument in it, and gives the recording of what happened, cut to what rules read. */
import type { Browser, Page } from 'playwright'
import { build, type Rolldown } from 'vite'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import type { Body, Fact } from '../../src/protocol/facts.ts'
import type { Act } from './scenarios.ts'

/** Code units kept of a payload; of whole HTML only its beginning. */
const MOST = 6000
const MOST_HTML = 300

export async function builtRecorder(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'test/advice/page-recorder.ts', formats: ['iife'], name: 'recorder' },
    },
  })
  return (output as Rolldown.RolldownOutput[])[0]?.output[0].code ?? ''
}

/** A page with the recorder in every document of it, which ends with the page. */
export async function openRecordedPage(browser: Browser, recorder: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } })
  await context.addInitScript({ content: recorder })
  return context.newPage()
}

export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page
    .waitForFunction(
      () => {
        const { djust } = window as { djust?: { liveViewInstance?: { viewMounted?: boolean } } }
        return djust?.liveViewInstance && djust.liveViewInstance.viewMounted !== false
      },
      undefined,
      // What the socket may not mount never is.
      { timeout: url.includes('mishap=http-fallback') ? 3000 : 30_000 },
    )
    .catch((error) => {
      if (!url.includes('mishap=http-fallback')) throw error
    })
  // What a page asks for when it has been mounted is over by then.
  await page.waitForTimeout(500)
}

export async function act(page: Page, step: Act): Promise<void> {
  switch (step[0]) {
    case 'click':
      return page.locator(step[1]).first().click()
    case 'type':
      await page.locator(step[1]).focus()
      return page.keyboard.type(step[2], { delay: step[3] })
    case 'press':
      return page.keyboard.press(step[1])
    case 'clear':
      return page.locator(step[1]).fill('')
    case 'pause':
      return page.waitForTimeout(step[1])
  }
}

/** ms that a page may be kept from its timers once it has loaded, and that a view may take to be mounted. */
const PAUSE = 150
const MOUNT = 250

/** From now on the machine is watched: see `isStarved`. */
export async function watchPace(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { recordedPace } = window as { recordedPace?: { longest: number } }
    if (recordedPace) recordedPace.longest = 0
  })
}

/** Whether the machine had no time for page or server: then the recording tells of the machine, and not of the page. */
export async function isStarved(page: Page, log: Log): Promise<boolean> {
  const longest = await page.evaluate(
    () => (window as { recordedPace?: { longest: number } }).recordedPace?.longest ?? 0,
  )
  const mount = rowsOf(log).find(({ name }) => name === 'mount')
  const { sent = 0, received = 0 } = mount?.times ?? {}
  return longest > PAUSE || received - sent > MOUNT
}

/** All that has happened in the page's document, once nothing is pending any more. */
export async function readLog(page: Page): Promise<Log> {
  for (let tries = 0; ; tries++) {
    await page.waitForTimeout(300)
    const log = logOf(
      await page.evaluate(() => (window as { recordedLetters?: string[] }).recordedLetters ?? []),
    )
    if (tries > 20 || rowsOf(log).every(({ status }) => status !== 'pending')) return log
  }
}

function logOf(letters: readonly string[]): Log {
  const facts = letters.flatMap((letter) => (JSON.parse(letter) as { facts?: unknown[] }).facts ?? [])
  const sightings = facts.map((each) => {
    const fact = readFact(each)
    if (typeof fact === 'string') throw new Error(fact)
    return { doc: 'twin', frame: 0, fact: cut(fact) }
  })
  return fold(createLog(), sightings)
}

export const recordingOf = (log: Log) =>
  writeRecording(log, {
    tool: 'djust-devtools twins',
    browser: 'chromium',
    redaction: 'Tokens and passwords are numbered placeholders.',
  })

function cut(fact: Fact): Fact {
  if (!('body' in fact)) return fact
  return { ...fact, body: cutBody(fact.body) }
}

/** As the instrument cuts what is over its cap. */
function cutBody(body: Body): Body {
  const most = /"type":\s*"(?:mount|html_update|html_recovery)/.test(body.text.slice(0, 200))
    ? MOST_HTML
    : MOST
  if (body.encoding || body.text.length <= most) return body
  const json = JSON.parse(body.text) as Record<string, unknown>
  const outline: NonNullable<Body['outline']> = {}
  for (const [key, member] of Object.entries(json))
    if (Array.isArray(member)) outline[key] = member.length
    else if (typeof member === 'string') outline[key] = member.slice(0, 200)
    else if (typeof member !== 'object' || member === null) outline[key] = member as number | boolean | null
  return { ...body, text: body.text.slice(0, most), cut: true, outline }
}
