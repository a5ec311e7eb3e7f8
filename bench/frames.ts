/** What the browser itself says of the frames that it was to show while something was done. */
import type { Page } from 'playwright'

export interface Frames {
  /** That were to show something new. */
  frames: number
  /** Not shown, so that a person sees it stutter. */
  dropped: number
  /** Shown, but without what the page's own thread had still to do. */
  late: number
}

interface TraceEvent {
  name: string
  pid: number
  ts: number
  ph: string
  args?: { frame_reporter?: { state: string; frame_sequence: number; affects_smoothness: boolean } }
}

/** Where this mark was made is the page's own process. */
const MARK = 'bench: this process'

/** Rejects when the browser tells nothing of its frames: then nothing was measured. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser to trace')
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline.frame', 'blink.user_timing'],
  })
  let text: Buffer
  try {
    await page.evaluate((mark) => void performance.mark(mark), MARK)
    await act()
  } finally {
    text = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(text.toString()) as { traceEvents: TraceEvent[] }
  const mark = traceEvents.find(({ name }) => name === MARK)
  const states = new Map<number, string>()
  for (const { name, pid, ts, args } of traceEvents) {
    const frame = args?.frame_reporter
    if (name !== 'PipelineReporter' || !frame || pid !== mark?.pid || ts < mark.ts) continue
    // Told twice where the page's own thread came later: what a person saw first counts, and nothing is worse than not shown.
    const before = states.get(frame.frame_sequence)
    if (before === undefined || WORST.indexOf(frame.state) < WORST.indexOf(before))
      states.set(frame.frame_sequence, frame.state)
  }
  const count = (wanted: string) => [...states.values()].filter((state) => state === wanted).length
  const [dropped, late, whole] = [
    count('STATE_DROPPED'),
    count('STATE_PRESENTED_PARTIAL'),
    count('STATE_PRESENTED_ALL'),
  ]
  if (dropped + late + whole === 0) throw new Error('the browser does not tell of its frames')
  return { frames: dropped + late + whole, dropped, late }
}

const WORST = ['STATE_DROPPED', 'STATE_PRESENTED_PARTIAL', 'STATE_PRESENTED_ALL', 'STATE_NO_UPDATE_DESIRED']
