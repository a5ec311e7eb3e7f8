/** One side on stage: its page in a frame, and the log of that page, folded by core as in the panel. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { rowsOf } from '../../core/log.ts'
import { localStorageOrNothing } from '../../panel/local-storage.ts'
import { createLiveLog } from '../../panel/store/live-log.ts'
import { createNotices } from '../../panel/store/notices.ts'
import { createPreferences } from '../../panel/store/preferences.ts'
import { createSession } from '../../panel/store/session.ts'
import { createFrameLine } from '../frame-line.ts'

export interface Stage {
  frame: HTMLIFrameElement
  /** Of the page that is in the frame now; where the log is kept, of those before it, too. */
  rows: ReadonlySignal<readonly Exchange[]>
  /** Opens the page anew, and answers once its view is live. Rejects, in words, when that takes too long. */
  open(path: string, signal: AbortSignal): Promise<void>
}

/** ms. */
const PATIENCE = 10_000

export function createStage(title: string, keepsLog = false): Stage {
  const frame = document.createElement('iframe')
  frame.title = title
  const live = createLiveLog()
  createSession(
    {
      line: createFrameLine(frame),
      live,
      notices: createNotices(),
      keepLog: signal(keepsLog),
      preferences: createPreferences(localStorageOrNothing()),
      // A hidden page has no frames, and what is measured is not drawn here.
      schedule: (work) => setTimeout(work),
    },
    new AbortController().signal,
  )
  return {
    frame,
    rows: computed(() => rowsOf(live.log.value)),
    async open(path, signal) {
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      frame.src = path
      await loaded
      const since = Date.now()
      while (!frame.contentDocument?.body.classList.contains('dj-connected')) {
        signal.throwIfAborted()
        if (Date.now() - since > PATIENCE) throw new Error(`The page of “${title}” did not connect.`)
        await pause(20)
      }
    },
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
