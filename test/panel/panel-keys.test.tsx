// @vitest-environment happy-dom
/** The keys of the whole panel: where they act, through what they never act, and what of them is kept from DevTools. */
import { act, cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { click, keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

/** What went on to whoever stands around the panel: DevTools wait there. */
const passed: string[] = []
const stop = { current: new AbortController() }
beforeEach(() => {
  passed.length = 0
  stop.current = new AbortController()
  document.addEventListener('keydown', ({ key }) => passed.push(key), { signal: stop.current.signal })
})
afterEach(() => stop.current.abort())

type Deps = Parameters<typeof showPanel>[0]

const MAC = { browser: { family: 'chrome', userAgent: 'Mozilla/5.0 (Macintosh; …)' } } as const
const OUTSIDE = { host: 'page' } as const

async function shown(deps: Deps = {}) {
  const panel = showPanel(deps)
  await panel.draw(page().live().event('add', 1).patch(2, { ref: 1 }).calls('get', { q: 1 }).answers(200, {}))
  await keysAct()
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Filter' })
  /** Presses it where the focus is; answers whether it was left to the browser. */
  const press = async (combination: string, init: KeyboardEventInit = {}) => {
    const names = combination.split('+')
    const key = names.pop() ?? ''
    const at = document.activeElement ?? document.body
    let isLeft = true
    await act(() => {
      isLeft = fireEvent.keyDown(at, {
        key,
        code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
        ctrlKey: names.includes('Ctrl'),
        metaKey: names.includes('Meta'),
        altKey: names.includes('Alt'),
        shiftKey: names.includes('Shift'),
        ...init,
      })
    })
    return isLeft
  }
  const focusRow = () => panel.rowNamed('add').focus()
  const isRecording = () => panel.store.session.recording.value
  return { ...panel, box, press, focusRow, isRecording }
}
type Shown = Awaited<ReturnType<typeof shown>>

/** Where the focus may be in the panel. */
const PLACES: Record<string, (panel: Shown) => void> = {
  nothing: () => (document.activeElement as HTMLElement).blur(),
  'a row': ({ focusRow }) => focusRow(),
  'the filter': ({ box }) => box.focus(),
  'a button': () => screen.getByRole('button', { name: 'Save recording' }).focus(),
}

describe.each(Object.keys(PLACES))('in DevTools, with the focus on %s,', (place) => {
  const go = PLACES[place] as (panel: Shown) => void

  test('Ctrl+E pauses and resumes, and says so', async () => {
    const panel = await shown()
    go(panel)
    expect(await panel.press('Ctrl+e')).toBe(false)
    expect(panel.isRecording()).toBe(false)
    expect(panel.store.confirmation.said.value?.text).toBe('Recording is paused')
    await panel.press('Ctrl+e')
    expect(panel.isRecording()).toBe(true)
    expect(panel.store.confirmation.said.value?.text).toBe('Recording')
    expect(passed).toEqual([])
  })

  test('Ctrl+L clears', async () => {
    const panel = await shown()
    go(panel)
    expect(await panel.press('Ctrl+l')).toBe(false)
    expect(panel.rows()).toEqual([])
    expect(passed).toEqual([])
  })

  test('Ctrl+F leads to the filter and selects what is in it', async () => {
    const panel = await shown()
    await act(() => {
      panel.store.filter.text.value = '-zzz'
    })
    go(panel)
    expect(await panel.press('Ctrl+f')).toBe(false)
    expect(document.activeElement).toBe(panel.box)
    expect([panel.box.selectionStart, panel.box.selectionEnd]).toEqual([0, 4])
    expect(passed).toEqual([])
  })
})

describe('outside of DevTools', () => {
  test.each(Object.keys(PLACES).filter((place) => place !== 'a row'))(
    'they are left to the browser with the focus on %s',
    async (place) => {
      const panel = await shown(OUTSIDE)
      const go = PLACES[place] as (panel: Shown) => void
      go(panel)
      for (const key of ['Ctrl+e', 'Ctrl+f', 'Ctrl+l']) expect(await panel.press(key), key).toBe(true)
      expect(panel.isRecording()).toBe(true)
      expect(panel.rows()).toHaveLength(2)
      expect(passed).toEqual(['e', 'f', 'l'])
    },
  )

  test('they act with the focus in the log, but Ctrl+L never does', async () => {
    const panel = await shown(OUTSIDE)
    panel.focusRow()
    expect(await panel.press('Ctrl+l')).toBe(true)
    expect(panel.rows()).toHaveLength(2)
    expect(await panel.press('Ctrl+e')).toBe(false)
    expect(panel.isRecording()).toBe(false)
    expect(await panel.press('Ctrl+f')).toBe(false)
    expect(document.activeElement).toBe(panel.box)
  })

  test('on a Mac ⌘K clears with the focus in the log, and Ctrl+L does not', async () => {
    const panel = await shown({ ...OUTSIDE, ...MAC })
    panel.focusRow()
    expect(await panel.press('Ctrl+l')).toBe(true)
    expect(panel.rows()).toHaveLength(2)
    expect(await panel.press('Meta+k')).toBe(false)
    expect(panel.rows()).toEqual([])
  })
})

test('on a Mac they go with ⌘, and Ctrl+L clears beside ⌘K as in the Network panel', async () => {
  const panel = await shown(MAC)
  for (const key of ['Ctrl+e', 'Ctrl+f', 'Ctrl+k', 'Meta+l']) expect(await panel.press(key), key).toBe(true)
  expect(panel.isRecording()).toBe(true)
  await panel.press('Meta+e')
  expect(panel.isRecording()).toBe(false)
  await panel.press('Meta+e')
  await panel.press('Meta+f')
  expect(document.activeElement).toBe(panel.box)
  await panel.press('Ctrl+l')
  expect(panel.rows()).toEqual([])
  await panel.draw(page('next').live().event('add', 1))
  await panel.press('Meta+k')
  expect(panel.rows()).toEqual([])
})

test.each(['Ctrl+Shift+e', 'Ctrl+Alt+e', 'Ctrl+Meta+e', 'e', 'Ctrl+d'])('%s is none of ours', async (key) => {
  const panel = await shown()
  expect(await panel.press(key)).toBe(true)
  expect(panel.isRecording()).toBe(true)
})

test('where the layout has other letters the place of the key counts, where it has Latin ones the letter', async () => {
  const panel = await shown()
  await panel.press('Ctrl+у', { code: 'KeyE' })
  expect(panel.isRecording()).toBe(false)
  // Dvorak: E lies where D is, and where E is lies a full stop.
  await panel.press('Ctrl+e', { code: 'KeyD' })
  expect(panel.isRecording()).toBe(true)
})

test('a key that is held down is pressed once', async () => {
  const panel = await shown()
  await panel.press('Ctrl+e')
  expect(await panel.press('Ctrl+e', { repeat: true })).toBe(false)
  expect(panel.isRecording()).toBe(false)
})

test('what a composition takes is its own', async () => {
  const panel = await shown()
  expect(await panel.press('Ctrl+e', { isComposing: true })).toBe(true)
  expect(panel.isRecording()).toBe(true)
})

test('nothing acts through a dialog, wherever in it the focus is', async () => {
  const panel = await shown()
  await click(screen.getByRole('button', { name: 'Settings' }))
  const field = await screen.findByLabelText(/^Try it/)
  for (const at of [field, screen.getByRole('button', { name: 'Done' }), document.body]) {
    if (at === document.body) (document.activeElement as HTMLElement).blur()
    else at.focus()
    for (const key of ['Ctrl+e', 'Ctrl+l', 'Ctrl+f', 'Escape']) await panel.press(key)
    expect(panel.isRecording()).toBe(true)
    expect(panel.rows()).toHaveLength(2)
    expect(document.activeElement).not.toBe(panel.box)
  }
})

test('nothing acts through a menu', async () => {
  const panel = await shown()
  panel.focusRow()
  await panel.press('Shift+F10')
  const menu = await screen.findByRole('menu')
  await vi.waitUntil(() => menu.contains(document.activeElement))
  for (const key of ['Ctrl+e', 'Ctrl+l', 'Ctrl+f']) expect(await panel.press(key), key).toBe(true)
  expect(panel.isRecording()).toBe(true)
  expect(panel.rows()).toHaveLength(2)
  expect(menu.contains(document.activeElement)).toBe(true)
  expect(passed).toEqual([])
})

test('in a tree Ctrl+F is its own, and DevTools hear nothing of it', async () => {
  const panel = await shown()
  await click(panel.rowNamed('get'))
  await click(screen.getByRole('tab', { name: 'Payload' }))
  const [item] = await screen.findAllByRole('treeitem')
  item?.focus()
  await panel.press('Ctrl+f')
  await vi.waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Find in this tree')
  await panel.press('Ctrl+f')
  expect(document.activeElement).not.toBe(panel.box)
  expect(passed).toEqual([])
})

describe('Escape closes the details and leads back to their row', () => {
  const separator = () => screen.findByRole('separator', { name: 'Size of the details' })
  const goAndPress = async (panel: Shown, element: HTMLElement | undefined) => {
    await click(panel.rowNamed('get'))
    expect(screen.getByRole('complementary')).toBeTruthy()
    if (element) element.focus()
    else (await separator()).focus()
    return panel.press('Escape')
  }

  test('in DevTools from anywhere', async () => {
    const panel = await shown()
    for (const element of [undefined, screen.getByRole('button', { name: 'Settings' }), panel.box]) {
      expect(await goAndPress(panel, element)).toBe(false)
      expect(screen.queryByRole('complementary')).toBeNull()
      expect(document.activeElement).toBe(panel.rowNamed('get'))
    }
    expect(passed).toEqual([])
    // Where nothing is left to close it is their key again, which opens their drawer.
    expect(await panel.press('Escape')).toBe(true)
    expect(passed).toEqual(['Escape'])
  })

  test('outside from the log and what lies beside it', async () => {
    const panel = await shown(OUTSIDE)
    expect(await goAndPress(panel, screen.getByRole('button', { name: 'Settings' }))).toBe(true)
    expect(screen.getByRole('complementary')).toBeTruthy()
    expect(await goAndPress(panel, undefined)).toBe(false)
    expect(screen.queryByRole('complementary')).toBeNull()
  })

  test('but not behind the statistics', async () => {
    const panel = await shown()
    await click(panel.rowNamed('get'))
    const tab = screen.getByRole('tab', { name: 'Statistics' })
    await click(tab)
    tab.focus()
    expect(await panel.press('Escape')).toBe(true)
    expect(panel.store.selection.open.value).toBe(true)
  })
})

test('in Firefox Escape closes them too, and the key itself is left alone: its toolbox would open a console', async () => {
  const panel = await shown({ browser: { family: 'firefox', userAgent: 'Firefox' } })
  for (const close of [() => screen.getByRole('tab', { name: 'Overview' }), () => panel.rowNamed('get')]) {
    await click(panel.rowNamed('get'))
    close().focus()
    expect(await panel.press('Escape')).toBe(true)
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(document.activeElement).toBe(panel.rowNamed('get'))
  }
  expect(await panel.press('Ctrl+e')).toBe(false)
  expect(panel.isRecording()).toBe(false)
})

test('what is cleared leaves the focus in the log, so that the next key acts there', async () => {
  const panel = await shown({ ...OUTSIDE, ...MAC })
  panel.focusRow()
  await panel.press('Meta+k')
  expect(document.activeElement).toBe(screen.getByRole('grid'))
  await panel.press('Meta+e')
  expect(panel.isRecording()).toBe(false)
})

test('of a recording there is nothing to record or clear', async () => {
  const panel = await shown()
  const { text } = panel.store.recordings.save(panel.store.log.value)
  await act(() => panel.store.recordings.open('then.jsonl', text))
  for (const key of ['Ctrl+e', 'Ctrl+l']) expect(await panel.press(key), key).toBe(true)
  expect(panel.isRecording()).toBe(true)
  expect(panel.rows()).toHaveLength(2)
  await panel.press('Ctrl+f')
  expect(document.activeElement).toBe(panel.box)
})

test('a panel that was taken down hears no more', async () => {
  const panel = await shown()
  await act(() => cleanup())
  expect(fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true })).toBe(true)
  expect(panel.isRecording()).toBe(true)
})
