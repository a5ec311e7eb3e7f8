// @vitest-environment happy-dom
/** Sending a row again: asked first, shown as it will be, reported as it went, and never from a recording. */
import { act, fireEvent, screen, within } from '@testing-library/preact'
import { beforeAll, expect, test } from 'vitest'
import type { Outcome, Reach, Reached, Sending } from '../../src/protocol/reach.ts'
import { type Page, page } from '../language/page.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()
beforeAll(() => import('../../src/panel/views/page-section.tsx'))

const story = (params: Record<string, unknown> = { q: 'py' }) =>
  page().calls('search', params).answers(200, { result: 1 })

type Answer = (sending: Sending, home: Page) => Reached<Outcome>
const ok =
  (from: number): Answer =>
  () => ({ ok: true, value: { end: 'ok', from, to: from + 1, took: 7 } })

async function opened(home: Page, answer: Answer = ok(100)) {
  const sent: Sending[] = []
  const resend: Reach['resend'] = async (_, sending) => {
    sent.push(sending)
    return answer(sending, home)
  }
  const overlay: Reach['overlay'] = async () => ({ ok: true, value: [] })
  const inspect: Reach['inspect'] = async () => ({ ok: true, value: 0 })
  const measure: Reach['measure'] = async () => ({ ok: true, value: 0 })
  const bringShaker: Reach['bringShaker'] = async () => ({ ok: true, value: true })
  const panel = showPanel({ reach: { overlay, resend, measure, bringShaker, inspects: 'none', inspect } })
  await panel.draw(home)
  await click(panel.rowNamed(home.rows[0]?.name ?? ''))
  const wait = (ms = 10) => act(() => new Promise<void>((done) => setTimeout(done, ms)))
  await wait()
  const details = () => screen.getByRole('complementary', { name: 'Details' })
  const press = async (name: string | RegExp) => {
    await click(screen.getByRole('button', { name, hidden: true }))
    await wait()
  }
  const dialog = () => panel.container.querySelector('dialog') as HTMLElement
  return { ...panel, sent, press, dialog, details, wait, text: () => dialog().textContent ?? '' }
}

test('before it is sent, it says what it may do and shows just what will be asked', async () => {
  const { press, text, sent } = await opened(story())
  await press('Resend')
  expect(text()).toContain('may save, delete or send something')
  expect(text()).toContain('djust.call("issues.new", "search", {\n  "q": "py"\n})')
  expect(sent).toEqual([])
})

test('what was cancelled was never sent', async () => {
  const { press, sent, container } = await opened(story())
  await press('Resend')
  await press('Cancel')
  expect(sent).toEqual([])
  expect(container.querySelector('dialog')).toBeNull()
})

test('what was sent links to the row that it made, and says how that went', async () => {
  const home = story()
  const failing: Answer = () => {
    home
      .at(100)
      .calls('search', { q: 'py' })
      .answers(500, { error: 'function_error', message: 'No such tag' })
    return { ok: true, value: { end: 'ok', from: 99, to: 101, took: 5 } }
  }
  const { press, text, show, store, wait } = await opened(home, failing)
  await press('Resend')
  await press('Send')
  await act(() => show(home))
  await wait()
  expect(text()).toContain('It was answered with an error. function_error: No such tag')
  await press('Show the row that it made')
  expect(store.selection.row.value?.failure?.message).toBe('No such tag')
})

test('a page that has no djust.call says that nothing was sent', async () => {
  const none = await opened(story(), () => ({
    ok: true,
    value: { end: 'unsent', says: 'The page has no djust.call.' },
  }))
  await none.press('Resend')
  await none.press('Send')
  expect(none.text()).toContain('Nothing was sent. The page has no djust.call.')
})

test('what is edited is what is sent, and what is no JSON is not', async () => {
  const { press, dialog, text, sent } = await opened(story())
  await press('Edit and resend')
  const area = dialog().querySelector('textarea') as HTMLTextAreaElement
  await act(() => void fireEvent.input(area, { target: { value: '{"q": ' } }))
  expect(text()).toContain('The arguments are not JSON')
  expect(
    (within(dialog()).getByRole('button', { name: 'Send', hidden: true }) as HTMLButtonElement).disabled,
  ).toBe(true)
  await act(() => void fireEvent.input(area, { target: { value: '{"q": "rust"}' } }))
  await press('Send')
  expect(sent).toEqual([{ by: 'djust.call', view: 'issues.new', name: 'search', body: '{"q": "rust"}' }])
})

test('a secret that nobody recorded is not sent as its placeholder', async () => {
  const { press, text, dialog } = await opened(story({ password: '‹password#1›' }))
  await press('Resend')
  expect(text()).toContain('‹password#1› was never recorded')
  expect(
    (within(dialog()).getByRole('button', { name: 'Send', hidden: true }) as HTMLButtonElement).disabled,
  ).toBe(true)
})

test('many are sent one after the other, counted, and can be stopped', async () => {
  const home = story()
  let stop: (() => void) | undefined
  let sent = 0
  const answer: Answer = () => {
    sent += 1
    if (sent === 3) stop?.()
    home
      .at(sent * 100)
      .calls('search', { q: 'py' })
      .answers(sent === 2 ? 500 : 200, sent === 2 ? { error: 'e', message: 'm' } : { result: 1 })
    return { ok: true, value: { end: 'ok', from: sent * 100 - 1, to: sent * 100 + 1, took: 5 } }
  }
  const { press, text, dialog, show, wait } = await opened(home, answer)
  await press('Resend ×N…')
  stop = () => within(dialog()).getByRole('button', { name: 'Stop', hidden: true }).click()
  await press('Send 20 times')
  for (let turn = 0; turn < 6; turn++) {
    await act(() => show(home))
    await wait()
  }
  expect(sent).toBe(3)
  expect(text()).toMatch(/3 sent: 2 ok, 1 error\. p50 \S+ ms, p95 \S+ ms, max \S+ ms\./)
})

test('nobody sends more than 200 times', async () => {
  const { press, dialog, text } = await opened(story())
  await press('Resend ×N…')
  await act(
    () => void fireEvent.input(dialog().querySelector('input') as Element, { target: { value: '201' } }),
  )
  expect(text()).toContain('Between 1 and 200 times.')
})

test('a recording can never be resent', async () => {
  const { store, details, wait } = await opened(story())
  const { text } = store.recordings.save(store.log.value)
  await act(() => store.recordings.open('kept.jsonl', text))
  await wait()
  expect((within(details()).getByRole('button', { name: 'Resend' }) as HTMLButtonElement).disabled).toBe(true)
  expect(details().textContent).toContain('Cannot be resent. A recording is only read')
})

test('a row of a page that was reloaded goes to the page that is there now, and says so', async () => {
  const { store, press, text, draw, rowNamed, wait } = await opened(story())
  store.keepLog.value = true
  await draw(page('next', { origin: 2_000_000 }).calls('later'))
  await click(rowNamed('search'))
  await wait()
  await press('Resend')
  expect(text()).toContain(
    'The page it came from has been left; it goes to the one that is there now, http://127.0.0.1/next.',
  )
})

test('a dialog that goes while it sends, sends no more', async () => {
  const home = story()
  const { press, sent, wait, show, container } = await opened(home)
  await press('Resend ×N…')
  await press('Send 20 times')
  expect(sent).toHaveLength(1)
  await act(() => (container.querySelector('dialog') as HTMLDialogElement).close())
  home.at(100).calls('search', { q: 'py' }).answers(200, { result: 1 })
  await act(() => show(home))
  await wait()
  expect(sent).toHaveLength(1)
})
