/** A recording opened in the panel as a plain page: whole, cut in half, and none at all. */
import { expect, test } from 'vitest'
import { writeRecording } from '../../src/core/recording.ts'
import { page } from '../language/page.ts'
import { inBothBrowsers } from './both-browsers.ts'
import { readLog, readRows } from './log.ts'

const story = page().live()
for (let ref = 1; ref <= 10; ref++) story.event(`add_${ref}`, ref).patch(2, { ref }).dom(5)
const whole = writeRecording(story.log, { tool: 'djust-devtools test', redaction: 'as captured' })

/** Cut in the middle of the line that tells of the sixth event. */
const half = whole.slice(0, whole.indexOf('add_6'))

/** The fourth event was sent at no finite time, and its answer is missing with it. */
function atNoTime(): { line: number; text: string } {
  const lines = whole.split('\n')
  const at = lines.findIndex((line) => line.includes('add_4'))
  lines[at] = lines[at]?.replace(/"at":\d+/, '"at":1e999') ?? ''
  lines.splice(at + 1, 2)
  return { line: at + 1, text: lines.join('\n') }
}
const infinite = atNoTime()

const files = {
  '/whole.jsonl': whole,
  '/half.jsonl': half,
  '/infinite.jsonl': infinite.text,
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

    test('a recording cut in half shows every row before the cut, and says in which line it was cut', async () => {
      const tab = await open('half.jsonl')
      await tab.waitFor(() => document.querySelectorAll('[role=row][data-kind=dispatch]').length > 4)
      expect(await readLog(tab)).toEqual([1, 2, 3, 4, 5].map((ref) => `dispatch add_${ref} ok patched`))
      const said = await tab.evaluate(() => document.querySelector('[role=alert]')?.textContent)
      expect(said).toContain(`Line ${half.split('\n').length}: The recording ends in the middle of this line`)
      await tab.close()
    })

    test('a line with a time that is none is named by its number, and the rows beside it are shown', async () => {
      const tab = await open('infinite.jsonl')
      await tab.waitFor(() => document.querySelectorAll('[role=row][data-kind=dispatch]').length > 8)
      const names = (await readRows(tab)).map(({ name }) => name)
      expect(names).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10].map((ref) => `add_${ref}`))
      const said = await tab.evaluate(() => document.querySelector('[role=alert]')?.textContent)
      expect(said).toContain(`Line ${infinite.line}: Not a readable fact`)
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
