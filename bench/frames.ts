/** What the browser itself says of the frames that it was to show while something was done. */
import type { Browser, Page } from 'playwright'
import { traceDuring } from './trace.ts'

export interface Frames {
  /** That were to show something new. */
  frames: number
  /** Not shown, so that a person sees it stutter. */
  dropped: number
}

const DROPPED = 'STATE_DROPPED'
const SHOWN: ReadonlySet<string> = new Set(['STATE_PRESENTED_ALL', 'STATE_PRESENTED_PARTIAL'])

/** Rejects when the browser tells nothing of its frames: then nothing was measured. */
export async function framesDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frames> {
  const categories = ['disabled-by-default-devtools.timeline.frame']
  const { events, mark } = await traceDuring(browser, page, categories, act)
  const reports = events.flatMap(({ name, pid, ts, args }) =>
    name === 'PipelineReporter' && pid === mark.pid && ts >= mark.ts && args?.frame_reporter
      ? [args.frame_reporter]
      : [],
  )
  // A frame is told twice where the page's own thread came later: one that was dropped once is dropped.
  const numbersOf = (is: (state: string) => boolean) =>
    new Set(reports.filter(({ state }) => is(state)).map(({ frame_sequence }) => frame_sequence))
  const dropped = numbersOf((state) => state === DROPPED)
  const frames = new Set([...dropped, ...numbersOf((state) => SHOWN.has(state))])
  if (frames.size === 0) throw new Error('the browser does not tell of its frames')
  return { frames: frames.size, dropped: dropped.size }
}
