/** What the browser traces while something is done. */
import type { Browser, Page } from 'playwright'

export interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  /** Microseconds of the thread; only of tasks that it finished. */
  tdur?: number
  args?: { frame_reporter?: { state: string; frame_sequence: number } }
}

export interface Trace {
  events: readonly TraceEvent[]
  /** Made in the page before it was done: its process and its main thread are the page's own. */
  mark: TraceEvent
}

const MARK = 'bench: here'

/** Rejects when the page's own mark is not in it: then nothing was measured. */
export async function traceDuring(
  browser: Browser,
  page: Page,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<Trace> {
  await browser.startTracing(page, { categories: [...categories, 'blink.user_timing'] })
  let text: Buffer
  try {
    await page.evaluate((mark) => void performance.mark(mark), MARK)
    await act()
  } finally {
    text = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(text.toString()) as { traceEvents: TraceEvent[] }
  const mark = traceEvents.find(({ name }) => name === MARK)
  if (!mark) throw new Error('the browser traced nothing of the page')
  return { events: traceEvents, mark }
}
