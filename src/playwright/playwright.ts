/** Entry of `djust-devtools/playwright`: Playwright's own `test` and `expect`, which know djust. */
import { writeFile } from 'node:fs/promises'
import { expect as baseExpect, test as baseTest } from '@playwright/test'
import { createDjust } from './create-djust.ts'
import { toHaveAsked } from './matchers/to-have-asked.ts'
import { toHaveRerendered } from './matchers/to-have-rerendered.ts'
import { toHold } from './matchers/to-hold.ts'
import type { Djust, DjustExpect, DjustOptions, DjustTest } from './public.ts'
import { record } from './recorder.ts'

export type { Asked, Djust, DjustExpect, DjustOptions, DjustRow, DjustTest } from './public.ts'

export const test: DjustTest = baseTest.extend<{ djust: Djust; djustOptions: DjustOptions }>({
  djustOptions: [{}, { option: true }],
  djust: async ({ context, browserName, djustOptions }, use, info) => {
    const version = context.browser()?.version() ?? ''
    const recorder = await record(context)
    const djust = createDjust(recorder, {
      tool: 'djust-devtools fixture',
      browser: `${browserName} ${version}`.trim(),
    })
    await use(djust)
    const [problem] = recorder.unreadable
    if (problem) throw new Error(`What the page reported to djust-devtools could not be read: ${problem}`)
    const { attach = 'failures' } = djustOptions
    const hasFailed = info.status !== info.expectedStatus
    if (attach === 'none' || (attach === 'failures' && !hasFailed)) return
    await djust.settled(1000)
    const keep = async (name: string, text: string, contentType: string) => {
      // In the test's own folder, where CI collects what is left of a failure and the command line finds it.
      const path = info.outputPath(name)
      await writeFile(path, text)
      await info.attach(name, { path, contentType })
    }
    await keep('djust-recording.jsonl', djust.recording(), 'application/jsonl')
    await keep('djust-report.html', await djust.report(), 'text/html')
  },
})

export const expect: DjustExpect = baseExpect.extend({
  toHold,
  toHaveCalled: toHaveAsked('call'),
  toHaveDispatched: toHaveAsked('dispatch'),
  toHaveRerendered,
})
