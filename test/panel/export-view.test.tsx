// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { click, key, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const TEXT = '‹password#1› and ‹password#2›, ‹csrf#1›'
const home = () =>
  page()
    .live()
    .event('add', 1)
    .patch(2, { ref: 1 })
    .calls('sign_in', { words: TEXT })
    .answers(200, { result: 1 })

const EMPTY_PAGE = '<script type="application/jsonl" id="recording"></script>'

/** What was handed to the person. */
function downloads(): Blob[] {
  const taken: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    taken.push(blob as Blob)
    return 'blob:taken'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  return taken
}

const press = (name: string) => click(screen.getByRole('button', { name }))
async function openMenu(): Promise<HTMLElement[]> {
  await press('Export')
  return await screen.findAllByRole('menuitem')
}
async function openDialog(title: RegExp): Promise<HTMLElement> {
  const item = (await openMenu()).find((each) => title.test(each.textContent ?? ''))
  if (item) await click(item)
  return await screen.findByRole('dialog')
}
const ready = () => screen.findByText(/^Ready:/)

test('a click on Save recording hands it over at once', async () => {
  const { draw } = showPanel()
  await draw(home())
  const taken = downloads()
  act(() => void fireEvent.click(screen.getByRole('button', { name: 'Save recording' })))
  expect(taken).toHaveLength(1)
  expect(await taken[0]?.text()).toContain('sign_in')
})

test('the menu is walked with the arrows and by letters, and Escape leads back to its button', async () => {
  const { draw } = showPanel()
  await draw(home())
  const items = await openMenu()
  expect(document.activeElement).toBe(items[0])
  await key(items[0] as Element, 'ArrowUp')
  expect(document.activeElement).toBe(items.at(-1))
  await key(items.at(-1) as Element, 'h')
  expect(document.activeElement?.textContent).toMatch(/^HTML/)
  await key(document.activeElement as Element, 'Escape')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Export' }))
})

test.each([
  [/^Recording/, /"format":"djust-devtools recording"/],
  [/^HTML/, /^<html><script type="application\/jsonl" id="recording">\{"format"/],
  [/^HAR/, /^\{"log":\{"version":"1.2"/],
  [/^CSV/, /^Started,Kind/],
])('%s is made, previewed, and saved on a second click', async (title, content) => {
  const { draw } = showPanel()
  await draw(home())
  await openDialog(title)
  await ready()
  const taken = downloads()
  expect(taken).toEqual([])
  await press('Save file')
  expect(await taken[0]?.text()).toMatch(content)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('before it is saved it says which secrets were taken out, that they never left the page, and what was not', async () => {
  const { draw } = showPanel()
  await draw(home())
  const dialog = await openDialog(/^HAR/)
  await ready()
  expect(dialog.textContent).toContain('1 × ‹csrf#…› for CSRF tokens, 2 × ‹password#…› for passwords.')
  expect(dialog.textContent).toContain('the secrets themselves never left it')
  expect(dialog.textContent).toContain('As it was: the addresses of pages and sockets')
})

test('a file that holds no placeholder says so', async () => {
  const { draw } = showPanel()
  await draw(home())
  const dialog = await openDialog(/^CSV/)
  await ready()
  expect(dialog.textContent).toContain('No placeholder stands in it')
})

test('only what is shown is saved when that is chosen, and the preview counts only that', async () => {
  const { draw, store } = showPanel()
  await draw(home())
  await act(() => {
    store.filter.text.value = 'name:add'
  })
  const dialog = await openDialog(/^Recording/)
  await click(screen.getByLabelText(/^Only what is shown: 1 row/))
  await ready()
  expect(dialog.textContent).toContain('No placeholder stands in it')
  const taken = downloads()
  await press('Save file')
  const text = (await taken[0]?.text()) ?? ''
  expect(text).not.toContain('‹password')
  await act(async () => {
    store.filter.text.value = ''
    await store.recordings.open('some.jsonl', text)
  })
  expect(store.rows.present.value.map(({ name }) => name)).toEqual(['add'])
  expect(screen.getByText(/without the rows that were left out/)).toBeTruthy()
})

test('a page that cannot be made says why, and nothing is saved', async () => {
  const { draw } = showPanel({ template: () => Promise.reject(new Error('the package is gone')) })
  await draw(home())
  await openDialog(/^HTML/)
  expect((await screen.findByRole('alert')).textContent).toContain('the package is gone')
  expect(screen.getByRole('button', { name: 'Save file' })).toHaveProperty('disabled', true)
})

test('what is cancelled hands over nothing, and can be begun again', async () => {
  let bring = () => {}
  const brought = new Promise<void>((resolve) => {
    bring = resolve
  })
  const { draw } = showPanel({ template: () => brought.then(() => EMPTY_PAGE) })
  await draw(home())
  const taken = downloads()
  await openDialog(/^HTML/)
  await press('Cancel')
  bring()
  // Long enough for it to be finished, had it gone on.
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect(screen.getByText(/Cancelled; nothing was saved/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save file' })).toHaveProperty('disabled', true)
  await press('Prepare again')
  await ready()
  expect(taken).toEqual([])
})
