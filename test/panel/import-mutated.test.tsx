// @vitest-environment happy-dom
/** A recording hurt in 200 seeded ways, in the whole panel: it never throws, what can be read is shown, what cannot is said. */
import { act } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { COLUMNS } from '../../src/core/columns/columns.ts'
import { EXPORTERS } from '../../src/core/export/exporters.ts'
import { htmlChunks } from '../../src/core/export/html.ts'
import { partOf } from '../../src/core/part-of.ts'
import { recordingLines } from '../../src/core/recording.ts'
import { createOverTime } from '../../src/core/statistics/over-time.ts'
import { createStatistics } from '../../src/core/statistics/statistics.ts'
import type { Store } from '../../src/panel/store/store.ts'
import { openFile } from '../../src/panel/views/open-file.ts'
import { page } from '../language/page.ts'
import { setup } from './fake-page.ts'
import { type Dice, diceOf, ON_BYTES, ON_LINES } from './mutations.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const SEEDS = Array.from({ length: 200 }, (_, place) => place + 1)
const TEMPLATE =
  '<!doctype html><script type="application/jsonl" id="recording"></script><script>throw 1</script>'

function recorded(): string {
  const { store, show } = setup()
  show(page('then').live().event('größe', 1).patch(2, { ref: 1 }).dom(3).patch(1, { source: 'tick' }))
  show(
    page('frame', { frame: 4 })
      .calls('find', { q: '<b>' })
      .answers(200, { result: [1] })
      .calls('lost')
      .fails('abort'),
  )
  show(page('other', { frame: 7 }).streams().hears({ type: 'patch', patches: [], version: 2 }).closes(1006))
  return store.recordings.save(store.log.value).text
}
const whole = recorded()
const FACTS = whole.split('\n').length - 2

/** One to three things happen to it, and it may have been exported as a page first. */
function hurt(dice: Dice): { ways: string[]; name: string; bytes: Uint8Array } {
  const ways: string[] = []
  let lines = whole.split('\n')
  for (let times = dice.below(3); times >= 0; times -= 1) {
    const way = dice.pick(Object.keys(ON_LINES))
    ways.push(way)
    lines = ON_LINES[way]?.(lines, dice) ?? lines
  }
  const isPage = dice.below(4) === 0
  const text = isPage ? [...htmlChunks(TEMPLATE, [lines.join('\n')])].join('') : lines.join('\n')
  const way = dice.pick(['none', 'none', ...Object.keys(ON_BYTES)])
  const bytes = new TextEncoder().encode(text)
  return {
    ways: [...ways, way],
    name: isPage ? 'log.html' : 'log.jsonl',
    bytes: ON_BYTES[way]?.(bytes, dice) ?? bytes,
  }
}

/** Which file, what became of it, and why, with the line where there is one. */
const SAYS_WHAT =
  /^“log\.(?:jsonl|html)” (?:could not be opened|was opened, but not all of it could be read)\. (?:Line \d+: |It is )\w+/m

/** The details of every row that is drawn. */
async function lookAtRows(container: Element): Promise<void> {
  expect(container.querySelector('[role=grid]')).not.toBeNull()
  for (const row of container.querySelectorAll('[role=row][data-kind]')) {
    await click(row)
    expect(container.querySelector('.details .evidence')).not.toBeNull()
  }
}

/** Everything that a person could look at. */
function lookAtAll(store: Store): void {
  const { rows, log, summary } = { ...store, summary: store.rows.summary }
  void [summary.value, rows.hiddenFailures.value, store.emptiness.value, store.exportable.value]
  store.filter.toggleSystem()
  for (const text of ['is:rerender', 'param.q:*', 'slower-than:1', 'ö', '']) {
    store.filter.text.value = text
    void rows.visible.value.length
  }
  const all = rows.visible.value
  for (const column of COLUMNS)
    for (const row of all) void [column.textOf(row, log.value), column.valueOf(row, log.value)]
  createStatistics()(all)
  createOverTime()(all, 100, log.value)
  for (const { write } of EXPORTERS) void [...write(log.value, all)].length
  store.recordings.save(log.value)
  void [...recordingLines(log.value, store.recordings.about, partOf(log.value, all))].length
}

describe.each(SEEDS)('seed %i', (seed) => {
  const { ways, name, bytes } = hurt(diceOf(seed))
  test(`${ways.join(', ')}`, async () => {
    const { store, draw, container } = showPanel()
    await draw(page('now').live().event('save', 1))
    await act(() => openFile(new File([bytes as BlobPart], name), store.recordings, store.notices))
    await act(() => lookAtAll(store))
    await lookAtRows(container)
    const opened = store.recordings.opened.value
    const said = store.notices.list.value.map(({ text }) => text).join('\n')
    const held = opened ? [...opened.log.chronicles.values()].reduce((sum, { count }) => sum + count, 0) : 0
    if (held < FACTS) expect(said).toMatch(SAYS_WHAT)
    if (!opened) expect(store.rows.visible.value.map((row) => row.name)).toContain('save')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

test('the seeds hurt it in every way there is, and both kinds of outcome are among them', () => {
  const ways = new Set(SEEDS.flatMap((seed) => hurt(diceOf(seed)).ways))
  expect([...ways].sort()).toEqual([...Object.keys(ON_LINES), ...Object.keys(ON_BYTES)].sort())
})

test('in UTF-16, with a mark or with other line ends it is read in full', async () => {
  const bytes = new TextEncoder().encode(whole)
  const dice = diceOf(1)
  const crlf = new TextEncoder().encode(
    (ON_LINES['other line ends']?.(whole.split('\n'), dice) ?? []).join('\n'),
  )
  for (const each of [ON_BYTES['as UTF-16']?.(bytes, dice), ON_BYTES['with a mark']?.(bytes, dice), crlf]) {
    const { store } = setup()
    await openFile(new File([(each ?? '') as BlobPart], 'log.jsonl'), store.recordings, store.notices)
    expect(store.notices.list.value).toEqual([])
    expect(store.rows.present.value.length).toBeGreaterThan(4)
  }
})
