/** The page that a log is exported as: opened from disk it shows the same rows, and lets nothing out. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { htmlChunks, recordingIn } from '../../src/core/export/html.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { page } from '../language/page.ts'
import { inBothBrowsers } from './both-browsers.ts'
import { readLog } from './log.ts'

const HOSTILE = '</script><script>document.title = "broken out"</script><!--<script>'
const story = page().live().calls(HOSTILE).answers(200, { result: HOSTILE })
for (let ref = 1; ref <= 10; ref++) story.event(`add_${ref}`, ref).patch(2, { ref }).dom(5)
const recording = writeRecording(story.log, { tool: 'djust-devtools test', redaction: 'as captured' })

const built = readFileSync(join(import.meta.dirname, '../../dist/studio/src/panel/standalone.html'), 'utf8')
const file = join(mkdtempSync(join(tmpdir(), 'djust-page-')), 'some log.html')
writeFileSync(file, [...htmlChunks(built, [recording])].join(''))

const factsIn = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line))

inBothBrowsers(
  (here) => {
    test('it shows every row, runs nothing of what it holds, reaches no network, and gives its recording back', async () => {
      const tab = await here.browser.openTab()
      await tab.goto(pathToFileURL(file).href)
      await tab.waitFor(() => document.querySelectorAll('[role=row][data-kind=dispatch]').length === 10)
      const log = await readLog(tab)
      expect(log).toHaveLength(11)
      expect(log).toContain('dispatch add_10 ok patched')
      expect(await tab.evaluate(() => document.title)).toBe('djust log')
      expect(await tab.evaluate(() => document.body.textContent?.includes('Recording some log.html'))).toBe(
        true,
      )
      const reached = await tab.evaluate(async (url) => {
        try {
          await fetch(url)
          return 'reached'
        } catch {
          return 'refused'
        }
      }, here.site.url)
      expect(reached).toBe('refused')
      const kept = await tab.evaluate(async () => {
        let taken: Blob | undefined
        const native = URL.createObjectURL
        URL.createObjectURL = (blob) => {
          taken = blob as Blob
          return 'blob:taken'
        }
        document.querySelector<HTMLElement>('[aria-label="Save recording"]')?.click()
        URL.createObjectURL = native
        return (await taken?.text()) ?? ''
      })
      expect(factsIn(kept)).toEqual(factsIn(recording))
      await tab.close()
    })

    test('a text in it that would end an element ends none', () => {
      expect(recordingIn(readFileSync(file, 'utf8'))).toContain('\\u003c/script>')
    })
  },
  { extension: false },
)
