/** Drives the page of a mishap in a real browser as its steps say, and reads the log of what it reported. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Step } from '../../demo/mishaps/mishap.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { openLetter } from '../../src/protocol/envelope.ts'
import { type Page, poll, type Tab } from '../browsers/browser.ts'

/** ms without anything new, after which a page is done: longer than any pause it makes by itself. */
const QUIET = 500
/** ms that a person takes who looks at what became of it; what goes on without such pauses is one run of it. */
const BETWEEN_CLICKS = 400
/** ms between two keys. */
const PACE = { fast: 60, slowly: 300 } as const
/** ms that a key or a timer may be late. */
const LATE = 100

export interface Log {
  /** The rows of the page that was opened last, whatever of djust's own traffic among them. */
  rows(): Promise<readonly Exchange[]>
  /** The longest that the page was kept from a timer since the log was cleared, ms: by its own work, or by a machine without time. */
  longestPause(): Promise<number>
  /** Forgets what was heard. */
  clear(): Promise<void>
}

export interface Driven {
  rows: readonly Exchange[]
  /** Keys came later than their pace, or the page was kept from its timers: then it was not what the steps say that was done. */
  wasHindered: boolean
}

/** Hears in the window around the frame what its instrument says. */
export async function hearLetters(tab: Tab): Promise<Log> {
  await tab.evaluate(() => {
    const heard: string[] = []
    const pace = { longest: 0 }
    Object.assign(window, { heard, pace })
    let last = performance.now()
    setInterval(() => {
      pace.longest = Math.max(pace.longest, performance.now() - last)
      last = performance.now()
    }, 20)
    addEventListener('message', ({ data }) => {
      if (data?.studio === 'letter') heard.push(data.letter)
    })
  })
  return {
    rows: async () => {
      const letters = await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)
      return foldLetters(letters)
    },
    longestPause: () => tab.evaluate(() => (window as unknown as { pace: { longest: number } }).pace.longest),
    clear: () =>
      tab.evaluate(() => {
        const { heard, pace } = window as unknown as { heard: string[]; pace: { longest: number } }
        heard.splice(0)
        pace.longest = 0
      }),
  }
}

function foldLetters(letters: readonly string[]): readonly Exchange[] {
  const opened = letters.map(openLetter)
  // A page that was left says its last, and no hello.
  const last = opened.flatMap((letter) => (letter.kind === 'hello' ? [letter.hello.doc] : [])).at(-1)
  const sightings = opened
    .flatMap((letter) => (letter.kind === 'facts' && letter.doc === last ? letter.facts : []))
    .map((fact) => ({ doc: last ?? '', frame: 0, fact }))
  return rowsOf(fold(createLog(), sightings))
}

/** Does what the steps say, each when the page has become quiet after the one before. Answers the rows since the page was opened. */
export async function drive(page: Page, steps: readonly Step[], log: Log): Promise<Driven> {
  let late = 0
  await settled(log)
  for (const step of steps) {
    const selector = await page.waitFor(selectorOf, nameIn(step))
    if ('click' in step)
      for (let n = 0; n < (step.times ?? 1); n += 1) {
        if (n > 0) await pause(BETWEEN_CLICKS)
        await page.click(selector)
      }
    else if ('type' in step) late = Math.max(late, await type(page, selector, step))
    else {
      await page.click(selector)
      for (const key of ['Control+a', 'Backspace']) await page.press(key)
    }
    await settled(log)
  }
  return { rows: await log.rows(), wasHindered: Math.max(late, await log.longestPause()) > LATE }
}

/** Answers how much later than their pace the keys came, ms. */
async function type(page: Page, selector: string, step: Extract<Step, { type: string }>): Promise<number> {
  const pace = PACE[step.pace ?? 'fast']
  const since = performance.now()
  await page.type(selector, step.type, pace)
  return performance.now() - since - pace * step.type.length
}

const nameIn = (step: Step) => ('click' in step ? step.click : 'type' in step ? step.into : step.empty)

/** Runs in the page. A field goes by its label, a button by what it says. */
function selectorOf(name: string): string {
  const reads = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
  const label = [...document.querySelectorAll('label')].find((each) => reads(each) === name)
  const button = [...document.querySelectorAll('button')].find((each) => reads(each) === name)
  let found: Element | null = label ? document.getElementById(label.htmlFor) : (button ?? null)
  if (found?.id) return `#${found.id}`
  const path: string[] = []
  for (; found?.parentElement; found = found.parentElement)
    path.unshift(`:nth-child(${[...found.parentElement.children].indexOf(found) + 1})`)
  return path.length > 0 ? `:root > ${path.join(' > ')}` : ''
}

/** Mounted, or refused; nothing under way but what will never be answered; and nothing new for a while. */
async function settled(log: Log): Promise<void> {
  let seen = ''
  let since = Date.now()
  await poll(async () => {
    const rows = await log.rows()
    const now = JSON.stringify(
      rows.map(({ id, status, answers, times }) => [id, status, answers.length, times]),
    )
    if (now !== seen || rows.every(({ name }) => name !== 'mount')) [seen, since] = [now, Date.now()]
    return Date.now() - since >= QUIET && rows.every(({ status }) => status !== 'pending')
  }, 'the page to be quiet')
}
