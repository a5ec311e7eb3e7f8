/** The switchboard with fake ports: who is paired with whom, and what survives a dead worker. */
import { expect, test } from 'vitest'
import { createSwitchboard } from '../../src/background/switchboard.ts'
import type { PanelHears, PanelSays } from '../../src/protocol/switchboard.ts'
import { type FakePort, portPair } from '../fake-port.ts'

function worker() {
  const rolls: number[] = []
  const measured: string[] = []
  const board = createSwitchboard({
    callTheRoll: (tab) => rolls.push(tab),
    measure: (tab, frame) => measured.push(`${tab}/${frame}`),
    watchOf: async (origin) => ({ state: 'unwatched', origin }),
  })
  return {
    rolls,
    measured,
    board,
    page: (tab: number, frame = 0): FakePort => {
      const [near, far] = portPair('djust:page')
      board.connectPage(far, tab, frame)
      return near
    },
    panel: (tab: number) => {
      const [near, far] = portPair(`djust:panel:${tab}`)
      board.connectPanel(far, tab)
      return {
        port: near,
        says: (message: PanelSays) => near.postMessage(message),
        letters: () =>
          (near.heard as PanelHears[])
            .filter((each) => each.hear === 'letter')
            .map(({ envelope }) => envelope),
      }
    },
  }
}

test('a panel hears the letters of its own tab with the frame they came from, and of no other', () => {
  const { page, panel } = worker()
  const seven = panel(7)
  const eight = panel(8)
  page(7, 3).postMessage({ letter: 'sealed' })
  expect(seven.letters()).toEqual([{ frame: 3, letter: 'sealed' }])
  expect(eight.letters()).toEqual([])
})

test('a letter is passed on as it is, even when it is no JSON at all', () => {
  const { page, panel } = worker()
  const seven = panel(7)
  page(7).postMessage({ letter: '{"not closed' })
  expect(seven.letters()[0]?.letter).toBe('{"not closed')
})

test('a page that knocks is told at once whether a panel is there', () => {
  const { page, panel } = worker()
  const alone = page(7)
  expect(alone.heard).toEqual([{ hear: 'parted' }])
  panel(7)
  expect(page(7).heard).toEqual([{ hear: 'joined' }])
})

test('a panel that connects calls the roll of its tab, because ports of a dead worker are gone', () => {
  const { rolls, panel } = worker()
  panel(7)
  expect(rolls).toEqual([7])
})

test('a page loaded while a panel is open is called for, and a tab without a panel is left alone', () => {
  const { rolls, board, panel } = worker()
  panel(7)
  board.turnPage(7)
  board.turnPage(8)
  expect(rolls).toEqual([7, 7])
})

test('when the last panel closes, the pages fall silent', () => {
  const { page, panel } = worker()
  const first = panel(7)
  const second = panel(7)
  const shown = page(7)
  first.port.disconnect()
  expect(shown.heard).toEqual([{ hear: 'joined' }])
  second.port.disconnect()
  expect(shown.heard).toEqual([{ hear: 'joined' }, { hear: 'parted' }])
})

test('a command goes to one frame when it names one, else to every frame of the tab', () => {
  const { page, panel } = worker()
  const top = page(7, 0)
  const inner = page(7, 4)
  const other = page(8, 4)
  const { says } = panel(7)
  says({ say: 'post', posted: { frame: 4, letter: 'one' } })
  says({ say: 'post', posted: { letter: 'all' } })
  const letters = (port: FakePort) =>
    (port.heard as { posted?: { letter: string } }[]).flatMap(({ posted }) => posted?.letter ?? [])
  expect([letters(top), letters(inner), letters(other)]).toEqual([['all'], ['one', 'all'], []])
})

test('a rescued letter waits for a panel that is on its way, and is delivered until one confirms it', () => {
  const { page, panel } = worker()
  page(7, 2).postMessage({ letter: 'last words', rescue: true })
  const early = panel(7)
  expect(early.letters()).toEqual([{ frame: 2, letter: 'last words' }])
  const late = panel(7)
  expect(late.letters()).toHaveLength(1)
  late.says({ say: 'confirm', rescue: (late.port.heard[0] as { rescue: number }).rescue })
  expect(panel(7).letters()).toEqual([])
})

test('rescued letters of a closed tab are dropped, and of many only the newest are kept', () => {
  const { board, page, panel } = worker()
  const leaving = page(7)
  for (let n = 0; n < 100; n++) leaving.postMessage({ letter: `${n}`, rescue: true })
  expect(panel(7).letters().at(0)?.letter).toBe('36')
  expect(panel(7).letters().at(-1)?.letter).toBe('99')
  board.forget(7)
  expect(panel(7).letters()).toEqual([])
})

test('when a frame gets a new document, the late goodbye of the old one does not close the new line', () => {
  const { page, panel } = worker()
  const { port, letters } = panel(7)
  const before = page(7, 0)
  const after = page(7, 0)
  before.disconnect()
  after.postMessage({ letter: 'new' })
  expect(letters()).toEqual([{ frame: 0, letter: 'new' }])
  expect((port.heard as PanelHears[]).some(({ hear }) => hear === 'parted')).toBe(false)
})

test('the last letter of a document is not lost when its successor has connected before it arrives', () => {
  const { page, panel } = worker()
  const { letters } = panel(7)
  const before = page(7, 0)
  page(7, 0)
  before.postMessage({ letter: 'last words', rescue: true })
  expect(letters()).toEqual([{ frame: 0, letter: 'last words' }])
})

test('a panel that looks is told whether its origin is watched', async () => {
  const { panel } = worker()
  const { port, says } = panel(7)
  says({ say: 'look', origin: 'http://a.example' })
  await Promise.resolve()
  expect(port.heard).toEqual([{ hear: 'watch', watch: { state: 'unwatched', origin: 'http://a.example' } }])
})

test('frames are measured only while a panel listens to their tab', () => {
  const { page, panel, measured } = worker()
  page(7)
  panel(8)
  expect(measured).toEqual([])
  panel(7)
  page(7, 2)
  expect(measured).toEqual(['7/2'])
})
