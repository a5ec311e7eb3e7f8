/** Puts the instrument into every page of a browser context and folds what it reports. */
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Frame } from '@playwright/test'
import { createLog, fold, introduce, type Log, rowsOf } from '../core/log.ts'
import { openLetter } from '../protocol/envelope.ts'
import { HEAR } from './hear.ts'

export interface Recorder {
  log(): Log
  /** How many facts have come; grows as long as anything happens. */
  facts(): number
  /** Waits until nothing is under way. */
  settled(timeout?: number): Promise<void>
  /** What came and could not be read. */
  unreadable: string[]
}

/** ms; how long nothing must happen. */
const QUIET = 100
const STEP = 25
/** ms. */
export const PATIENCE = 5000

/** Pages that are open already are watched from their next document on. */
export async function record(context: BrowserContext): Promise<Recorder> {
  let log = createLog()
  let facts = 0
  const unreadable: string[] = []
  const frames = new Map<Frame, number>()

  function take(letter: string, frame: number): void {
    const opened = openLetter(letter)
    if (opened.kind === 'unreadable') unreadable.push(opened.why)
    else if (opened.kind === 'hello') {
      const { doc, url, top, origin } = opened.hello
      if (!url.startsWith('about:')) log = introduce(log, { doc, frame, url, top, origin })
    } else {
      unreadable.push(...opened.unreadable)
      facts += opened.facts.length
      const { doc } = opened
      if (log.chronicles.has(doc))
        log = fold(
          log,
          opened.facts.map((fact) => ({ doc, frame, fact })),
        )
    }
  }

  const numberOf = (frame: Frame) => {
    if (frame.parentFrame() === null) return 0
    const known = frames.get(frame) ?? frames.size + 1
    frames.set(frame, known)
    return known
  }
  await context.exposeBinding(HEAR, ({ frame }, letter: string) => take(letter, numberOf(frame)))
  await context.addInitScript({ content: await readInstrument() })

  const isUnderWay = () => rowsOf(log).some(({ status }) => status === 'pending')
  return {
    log: () => log,
    facts: () => facts,
    unreadable,
    async settled(timeout = PATIENCE) {
      const end = performance.now() + timeout
      let since = performance.now()
      for (let last = facts; performance.now() < end; last = facts) {
        // What a page has stored and not yet posted comes before the answer to this.
        await Promise.all(context.pages().map((page) => page.evaluate(NEXT_TASK).catch(() => {})))
        if (facts !== last || isUnderWay()) since = performance.now()
        else if (performance.now() - since >= QUIET) return
        await new Promise((resolve) => setTimeout(resolve, STEP))
      }
    },
  }
}

const NEXT_TASK = 'new Promise((resolve) => setTimeout(resolve))'

/** Beside the built program; and, where this runs as it was written, where the build puts it. */
const PLACES = ['./instrument.js', '../../dist/package/instrument.js']

async function readInstrument(): Promise<string> {
  for (const place of PLACES) {
    const script = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined)
    if (script !== undefined) return script
  }
  throw new Error('The instrument is not built. Run: npm run build')
}
