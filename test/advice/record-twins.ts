/**
 * `node test/advice/record-twins.ts [id …]`: records the twins from the real djust, those that are there already excepted, so that what
 * is sealed stays as it is. `VARIANT` names one page.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { startDjango } from '../../scripts/demo-django.ts'
import { rowsOf } from '../../src/core/log.ts'
import { ADVICE_IDS, type AdviceId } from '../../src/protocol/advice-ids.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { lineOf } from '../language/line.ts'
import {
  act,
  builtRecorder,
  goTo,
  isStarved,
  openRecordedPage,
  readLog,
  recordingOf,
  watchPace,
} from './recorder.ts'
import { SCENARIOS, VARIANTS, type Variant } from './scenarios.ts'

const BESIDE = 2
const asked = process.argv.slice(2) as AdviceId[]
const variants = VARIANTS.filter((variant) => (process.env['VARIANT'] ?? variant) === variant)

interface Twin {
  id: AdviceId
  variant: Variant
  /** With the mistake, or without. */
  is: 'on' | 'off'
  file: string
}

const twins: Twin[] = []
for (const variant of [...variants].reverse())
  for (const id of asked.length > 0 ? asked : ADVICE_IDS)
    for (const is of ['on', 'off'] as const) {
      const file = join(import.meta.dirname, 'twins', id, `${variant}.${is}.jsonl`)
      if (!existsSync(file)) twins.push({ id, variant, is, file })
    }

await using stack = new AsyncDisposableStack()
const django = await startDjango()
stack.defer(() => django.stop())
const browser = await startChromium()
stack.defer(() => browser.close())
const recorder = await builtRecorder()

async function record(page: Page, twin: Twin, tries = 2): Promise<void> {
  const { id, variant, is, file } = twin
  try {
    const given = is === 'on' ? 'mishap' : 'setting'
    await goTo(page, `${django.url}/mishaps/${variant}/?${given}=${id}`)
    await watchPace(page)
    for (const step of SCENARIOS[id][variant]) await act(page, step)
    const log = await readLog(page)
    // Those two are slow by themselves.
    const isSlow = is === 'on' && (id === 'slow-network' || id === 'slow-apply')
    if (!isSlow && (await isStarved(page, log))) {
      if (tries > 0) return record(page, twin, tries - 1)
      throw new Error('the machine had no time for it; record it again')
    }
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, recordingOf(log))
    const lines = rowsOf(log)
      .filter(({ kind }) => kind !== 'system')
      .map(lineOf)
    console.log(`${id} ${variant} ${is}\n  ${lines.join('\n  ')}`)
  } catch (problem) {
    console.log(`${id} ${variant} ${is} FAILED: ${problem}`)
  }
}

const rest = twins.values()
await Promise.all(
  Array.from({ length: BESIDE }, async () => {
    const page = await openRecordedPage(browser, recorder)
    for (const twin of rest) await record(page, twin)
  }),
)
