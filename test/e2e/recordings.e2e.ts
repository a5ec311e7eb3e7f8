/** A recording opened in the panel as a plain page: whole, cut in half, and none at all. */
import { expect, test } from 'vitest'
import { writeRecording } from '../../src/core/recording.ts'
import { page } from '../language/page.ts'
import { inBothBrowsers } from './both-browsers.ts'
import { readLog } from './log.ts'

const story = page().live()
for (let ref = 1; ref <= 10; ref++) story.event(`add_${ref}`, ref).patch(2, { ref }).dom(5)
const whole = writeRecording(story.log, { tool: 'djust-devtools test', redaction: 'as captured' })

const files = {
  '/whole.jsonl': whole,
  '/half.jsonl': whole.slice(0, Math.floor(whole.length / 2)),
  '/none.jsonl': 'this is\nno recording at all',
  '/newer.jsonl': whole.replace(/"version":\d+/, '"version":99'),
}

inBothBrowsers(
  (here) => {
    async function open(file: string) {
      const tab = await here.browser.openTab()
      await tab.goto(`${here.site.url}/src/panel/panel.html?recording=/${file}`)
      await tab.waitFor((of) => document.body.textContent?.includes(of), file)
      return tab
    }

    test('a whole recording shows every row and no complaint', async () => {
      const tab = await open('whole.jsonl')
      await tab.waitFor(() => document.querySelectorAll('[role=row][data-kind=dispatch]').length === 10)
      expect(await readLog(tab)).toContain('dispatch add_10 ok patched')
      expect(await tab.evaluate(() => document.querySelectorAll('[role=alert]').length)).toBe(0)
      await tab.close()
    })

    test('a recording cut in half shows the rows before the cut, and says where it was cut', async () => {
      const tab = await open('half.jsonl')
      await tab.waitFor(() => document.querySelectorAll('[role=row][data-kind=dispatch]').length > 2)
      await tab.waitFor(() => /line \d+/i.test(document.body.textContent ?? ''))
      await tab.close()
    })

    test.each(['none.jsonl', 'newer.jsonl'])('%s is refused in words', async (file) => {
      const tab = await open(file)
      await tab.waitFor((of) => {
        const text = document.body.textContent ?? ''
        return of === 'newer.jsonl' ? /newer/.test(text) : /no recording|not a recording|header/i.test(text)
      }, file)
      expect(await readLog(tab)).toEqual([])
      await tab.close()
    })
  },
  { extension: false, files },
)
