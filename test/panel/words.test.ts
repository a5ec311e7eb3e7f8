import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { durationOf } from '../../src/core/moments.ts'
import { formatBytes, formatCount, formatMs } from '../../src/core/numbers.ts'
import { verdictWords } from '../../src/core/verdict-words.ts'
import { argumentsOf } from '../../src/panel/views/arguments.ts'
import { rowForKey } from '../../src/panel/views/log-keys.ts'
import { resendName } from '../../src/panel/views/resend-words.ts'
import { barOf, phaseBars, timelineOf } from '../../src/panel/views/timeline.ts'
import { bodyOf, page } from '../language/page.ts'

test('sending again is called as the browser calls it', () => {
  const browser = { userAgent: '' }
  expect(resendName('edited', { ...browser, family: 'firefox' })).toBe('Edit and Resend')
  expect(resendName('edited', { ...browser, family: 'chrome' })).toBe('Edit and resend')
})

test('milliseconds read as in the Network panel', () => {
  expect([0, 0.42, 12.4, 999.4, 999.6, 1200, 120_000, 5_400_000, 2e8].map(formatMs)).toEqual([
    '0 ms',
    '0.4 ms',
    '12 ms',
    '999 ms',
    '1.00 s',
    '1.20 s',
    '2.0 min',
    '1.5 h',
    '2.3 d',
  ])
})

test('bytes read as in the Network panel, a kB being 1,000', () => {
  expect([0, 312, 3_100, 104_400, 999_600, 10_000_012].map(formatBytes)).toEqual([
    '0 B',
    '312 B',
    '3.1 kB',
    '104 kB',
    '1.0 MB',
    '10.0 MB',
  ])
  expect(formatCount(100_000)).toBe('100,000')
})

function words(row: Exchange): string {
  const { shape, text } = verdictWords(row)
  return `${shape} ${text}`.trim()
}

test('each verdict has a shape and words', () => {
  const live = () => page().live().event('go', 1)
  expect(words(page().calls('q').answers(200, { result: 1 }).row('q'))).toBe('○ none')
  expect(words(live().row('go'))).toBe('…')
  expect(words(live().patch(0, { ref: 1 }).row('go'))).toBe('◇ 0 patches')
  expect(words(live().patch(1, { ref: 1 }).dom(1).row('go'))).toBe('◆ 1 patch · 1 node')
  expect(words(live().patch(3, { ref: 1 }).dom(5).row('go'))).toBe('◆ 3 patches · 5 nodes')
  expect(words(live().patch(2, { ref: 1 }).row('go'))).toBe('◆ 2 patches')
  expect(words(live().hears({ type: 'html_update', ref: 1, html: '<p>' }).row('go'))).toBe('■ full HTML')
})

test('time is from the asking to the last moment that was seen', () => {
  const row = page().live().at(100).dispatches('go').at(101).event('go', 1)
  expect(durationOf(row.row('go'))).toBeUndefined()
  row.at(112).patch(1, { ref: 1 }).at(115).done().at(121).paints()
  expect(durationOf(row.row('go'))).toBe(21)
})

test('the waterfall spans its rows, and what has no answer lasts to its end', () => {
  const home = page().live().at(1_000).event('first', 1).at(1_050).patch(1, { ref: 1 })
  const rows = home.at(1_080).event('open', 2).at(1_090).event('last', 3).at(1_100).patch(1, { ref: 3 }).rows
  const [first, open] = rows.filter(({ kind }) => kind === 'dispatch')
  const line = timelineOf(
    rows.filter(({ kind }) => kind === 'dispatch'),
    [{ doc: 'page', frame: 0, url: '', top: true, origin: 1_000_000, features: [], lost: 0 }],
  )
  expect(first && barOf(first, line)).toEqual({ left: 0, waiting: 50, page: 0 })
  expect(open && barOf(open, line)).toEqual({ left: 80, waiting: 20, page: 0 })
})

test('times so large that they swallow a millisecond leave every bar within its track', () => {
  const home = page().live().at(1).event('small', 1).at(2).patch(1, { ref: 1 }).dom(1)
  home.at(1e300).event('huge', 2).at(1.5e300).patch(1, { ref: 2 }).dom(1).done().paints()
  home.at(1.7e308).event('last', 3)
  const documents = [...home.log.chronicles.values()].map(({ info }) => ({ ...info, origin: 1.7e308 }))
  for (const origins of [documents, []])
    for (const rows of [home.rows, home.rows.filter(({ name }) => name === 'huge')])
      for (const row of rows) {
        const { left, waiting, page } = barOf(row, timelineOf(rows, origins))
        const phases = phaseBars(row).flatMap(({ left, width }) => [left, width])
        for (const percent of [left, waiting, page, ...phases])
          expect(percent >= 0 && percent <= 100, `${row.name}: ${percent}`).toBe(true)
      }
  expect(formatMs(1e300)).toBe('1.2e+292 d')
  expect(formatMs(Number.NaN)).toBe('–')
})

test('arguments fit a line, and say when they are cut', () => {
  const sent = (params: object) =>
    page().live().sends({ type: 'event', event: 'go', params, ref: 1 }).row('go')
  expect(argumentsOf(sent({ id: 31, name: 'auth' }))).toBe('id=31, name="auth"')
  expect(argumentsOf(sent({ text: 'x'.repeat(99) }))).toHaveLength('text='.length + 41)
  expect(argumentsOf(page().live().event('go').row('go'))).toBe('')
  const flat = { ...page().fallsBack('go').row('go'), request: bodyOf({ id: 31 }) }
  expect(argumentsOf(flat)).toBe('id=31')
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const told = page()
    .live()
    .sends(`{"type":"event","event":"go","params":{"id":1,"x":${deep}},"ref":1}`)
    .row('go')
  expect(argumentsOf(told)).toMatch(/^id=1, x=.*…$/)
})

test('keys lead where they lead in the Network panel, and never out of the log', () => {
  const from = (key: string, at: number) => rowForKey(key, at, 100, 20)
  expect(from('ArrowDown', -1)).toBe(0)
  expect(from('ArrowDown', 99)).toBe(99)
  expect(from('ArrowUp', -1)).toBe(99)
  expect(from('ArrowUp', 0)).toBe(0)
  expect(from('PageDown', 90)).toBe(99)
  expect(from('PageUp', 30)).toBe(10)
  expect(from('Home', 50)).toBe(0)
  expect(from('End', 50)).toBe(99)
  expect(from('x', 50)).toBeUndefined()
  expect(rowForKey('End', -1, 0, 20)).toBeUndefined()
})
