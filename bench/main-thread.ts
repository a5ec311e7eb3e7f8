/** What the page's main thread itself worked, task by task: time that other programs took from it does not count. */
import type { Browser, Page } from 'playwright'

export interface Work {
  /** ms of the processor that the tasks took together, and that the longest of them took. */
  total: number
  longest: number
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of the thread; only of tasks that it finished. */
  tdur?: number
}

/** Where this mark was made is the page's own main thread. */
const MARK = 'bench: this thread'

/** Rejects when the browser tells nothing of the thread's own time: then nothing was measured. */
export async function workDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<Work> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  let text: Buffer
  try {
    await page.evaluate((mark) => void performance.mark(mark), MARK)
    await act()
  } finally {
    text = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(text.toString()) as { traceEvents: TraceEvent[] }
  const mark = traceEvents.find(({ name }) => name === MARK)
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === mark?.pid && tid === mark.tid)
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]))
  if (tasks.length === 0) throw new Error('the browser does not tell how long its tasks took')
  return { total: tasks.reduce((sum, each) => sum + each, 0), longest: Math.max(...tasks) }
}
