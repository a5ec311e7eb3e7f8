// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { setup } from './fake-page.ts'
import { click, key, keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const press = (name: string | RegExp) => click(screen.getByRole('button', { name }))
const home = () => page().live().event('add', 1).patch(2, { ref: 1 }).calls('get').answers(200, { result: 1 })

test('an origin that is not watched says so, names it, and gives the one command that starts the demo', async () => {
  const { hear, container } = showPanel()
  await act(() => hear({ hear: 'watch', watch: { state: 'unwatched', origin: 'https://shop.example' } }))
  const empty = await vi.waitUntil(() => container.querySelector('[data-empty=unwatched]'))
  expect(empty?.textContent).toContain('https://shop.example is not watched')
  expect(empty?.textContent).toContain('Watch this origin')
  expect(empty?.textContent).toContain('npm start')
})

test('chips are pressed and show only their kind', async () => {
  const { draw, rows } = showPanel()
  await draw(home())
  await press('Calls')
  expect(screen.getByRole('button', { name: 'Calls' }).getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('false')
  expect(rows()).toEqual(['call get ok none'])
  await press('All')
  expect(rows()).toHaveLength(2)
})

test('a filter that hides everything can be reset where it says so', async () => {
  const { draw, rows, container } = showPanel()
  await draw(home())
  await act(() => void fireEvent.input(screen.getByRole('combobox'), { target: { value: 'zzz' } }))
  await screen.findByRole('button', { name: 'Reset the filter' })
  expect(container.querySelector('[data-empty=filtered]')).toBeTruthy()
  await press('Reset the filter')
  expect(rows()).toHaveLength(2)
})

test('a filter that hides everything says whether kinds or words do it', async () => {
  const { draw, container } = showPanel()
  await draw(home())
  const says = () => container.querySelector('[data-empty=filtered]')?.textContent
  const type = (value: string) =>
    act(() => void fireEvent.input(screen.getByRole('combobox'), { target: { value } }))
  await type('zzz')
  expect(says()).toContain('2 exchanges and 2 hidden system rows are held; none of the 2 passes “zzz”.')
  await press('Calls')
  expect(says()).toContain(
    '2 exchanges and 2 hidden system rows are held; 1 of the kind that is chosen (call), and none of that',
  )
  await type('')
  await press('Pushes')
  expect(says()).toContain('2 exchanges and 2 hidden system rows are held; none of the 2 is a push.')
  await press('All')
  await type('mount')
  expect(says()).toContain('2 exchanges and 2 hidden system rows are held; none of the 2 passes “mount”.')
  await press('Show 1 system row')
  expect(says()).toBeUndefined()
  await type('zzz')
  expect(says()).toContain('4 exchanges are held; none of them passes “zzz”.')
  await press('Calls')
  expect(says()).toContain('4 exchanges are held; 3 of the kind that is chosen (call or system row), and')
})

test('where only system rows are hidden, no sentence denies them', async () => {
  const { draw, facts, tick, store, container } = showPanel()
  const came = page().live()
  await draw(came)
  const says = () => container.querySelector('[data-empty]')?.textContent
  const type = (value: string) =>
    act(() => void fireEvent.input(screen.getByRole('combobox'), { target: { value } }))
  await type('mount')
  expect(says()).toContain('Only system rows are held, and those are hidden.')
  await type('')
  const { text } = store.recordings.save(store.log.value)
  await act(() => store.recordings.open('then.jsonl', text))
  expect(says()).toContain('This recording holds only system rows')
  expect(says()).toContain('Show 2 system rows')
  await press('Close recording')
  await press('Clear')
  expect(says()).toContain('Nothing since the log was cleared')
  await act(() => {
    facts(came.sends({ type: 'ping' }))
    tick()
  })
  expect(says()).toContain('Only system rows since the log was cleared')
})

test('what came in a pause is counted while it goes on and after it', async () => {
  const { draw, facts, tick, store, container } = showPanel()
  const [record] = screen.getAllByRole('button', { name: 'Record' })
  await click(record as Element)
  const came = home()
  await draw(came)
  const empty = (why: string) => container.querySelector(`[data-empty=${why}]`)?.textContent
  expect(empty('paused')).toContain('4 exchanges that came in the pause stay hidden')
  await click(record as Element)
  expect(empty('resumed')).toContain('4 exchanges that came in the pause stay hidden')
  await act(() => {
    facts(came.event('after', 2))
    tick()
  })
  expect(store.emptiness.value).toBeUndefined()
  expect(screen.getByRole('status').textContent).toContain('4 hidden by the pause')
})

test('failures that the chips hide are counted in the summary', async () => {
  const { draw, rows } = showPanel()
  await draw(home().hears('{"type":"pat'))
  expect(rows()).toContain('system unreadable frame error unknown')
  await press('Calls')
  expect(screen.getByRole('status').textContent).toContain('1 failure hidden by the filter')
})

test('the summary reads as filtered of all, and in singular where there is one', async () => {
  const { draw } = showPanel()
  await draw(home())
  const summary = () => screen.getByRole('status').textContent
  expect(summary()).toMatch(
    /^2 \/ 4 exchanges 1 call · 1 dispatch 1 re-render, 2 patches \d+ B ↑ \d+ B ↓ holding/,
  )
  await press('System')
  expect(summary()).toMatch(/^4 exchanges/)
})

test('facts that the page lost are counted', async () => {
  const { draw } = showPanel()
  await draw(page().loses(12).event('add', 1))
  expect(screen.getByRole('status').textContent).toContain('12 facts lost')
})

test('record is pressed while recording, and pausing is said beside the rows', async () => {
  const { draw, container } = showPanel()
  await draw(home())
  await press('Record')
  expect(screen.getByRole('button', { name: 'Record' }).getAttribute('aria-pressed')).toBe('false')
  expect(container.textContent).toContain('Recording is paused')
})

test.each([
  ['chrome', 'Keep log'],
  ['firefox', 'Persist Logs'],
] as const)('in %s the log is kept by the word that its Network panel has: %s', (family, word) => {
  showPanel({ browser: { family, userAgent: family } })
  expect(screen.getByRole('checkbox', { name: word })).toBeTruthy()
})

test('a recording is shown read-only under its name, and closing it brings the live log back', async () => {
  const then = setup()
  then.show(page('then').live().event('earlier', 1))
  const { draw, rows, store } = showPanel()
  await draw(home())
  await act(() => store.recordings.open('then.jsonl', then.store.recordings.save(then.store.log.value).text))
  expect(rows()).toEqual(['dispatch earlier pending pending'])
  expect(screen.queryByRole('button', { name: 'Record' })).toBeNull()
  expect(screen.getByText('then.jsonl')).toBeTruthy()
  await press('Close recording')
  expect(rows()).toHaveLength(2)
})

test('a dropped file that is no recording is named, and the log stays', async () => {
  const { draw, rows, container } = showPanel()
  await draw(home())
  const file = new File(['not a recording'], 'notes.txt')
  // What hears it is fetched with the panel's keys.
  await keysAct()
  const drop = Object.assign(new Event('drop'), { dataTransfer: { files: [file] } })
  container.querySelector('.djust-panel')?.dispatchEvent(drop)
  await screen.findByText(/“notes.txt” could not be opened/)
  expect(rows()).toHaveLength(2)
  await press(/^Dismiss/)
  expect(screen.queryByText(/notes.txt/)).toBeNull()
})

test('the divider is moved by keyboard, and the size is kept', async () => {
  const { draw, rowNamed, store } = showPanel()
  await draw(home())
  await click(rowNamed('add'))
  const divider = await screen.findByRole('separator', { name: 'Size of the details' })
  const before = store.detailsSize.value
  await key(divider, 'ArrowLeft')
  expect(store.detailsSize.value).toBe(before + 16)
  expect(divider.getAttribute('aria-valuenow')).toBe(String(before + 16))
})

test('an extension that was replaced is said beside the rows that remain', async () => {
  const { draw, gone, rows } = showPanel()
  await draw(home())
  await act(() => gone.abort())
  expect(screen.getByRole('alert').textContent).toContain('Close and reopen DevTools')
  expect(rows()).toHaveLength(2)
})
