// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { picking, typing } from '../core/compare-session.ts'
import { type Page, page } from '../language/page.ts'
import { fakeShelf } from './fake-shelf.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const searches = (story: Page, times = 9): Page => {
  for (let turn = 1; turn <= times; turn++)
    story
      .at(turn * 1000)
      .calls('search_tags', { q: 'p' }, 'demo.TagView', typing)
      .answers(200, {})
  return story
}
const handles = (story: Page, patches: number, times = 9): Page => {
  for (let turn = 1; turn <= times; turn++)
    story
      .at(turn * 1000)
      .dispatches('search_tags', { ...typing, certainty: 'runtime' })
      .event('search_tags', turn)
      .patch(patches, { ref: turn })
      .dom(2)
      .done()
  return story
}

async function open(story: Page) {
  const shelf = fakeShelf()
  const panel = showPanel({ shelf: async () => shelf })
  await panel.draw(story)
  await click(screen.getByRole('tab', { name: 'Baselines' }))
  await screen.findByRole('button', { name: 'Save the log as a baseline' })
  const save = async (name: string) => {
    await act(
      () => void fireEvent.input(screen.getByLabelText('Name of the baseline'), { target: { value: name } }),
    )
    await click(screen.getByRole('button', { name: 'Save the log as a baseline' }))
    await vi.waitFor(() => expect(panel.store.comparing.value?.result.value?.before.name).toBe(name))
    await act(() => {})
  }
  const sentences = () =>
    [...panel.container.querySelectorAll('[data-finding] > p:first-child')].map(
      ({ textContent }) => textContent,
    )
  return { ...panel, shelf, save, sentences }
}

/** The page is loaded again, and does something else. */
async function goOn({ draw, store }: Awaited<ReturnType<typeof open>>, story: Page): Promise<void> {
  await act(() => store.session.clear())
  await draw(story)
  await click(await screen.findByRole('button', { name: 'The log has changed: compare again' }))
  await screen.findByText(/in another way,/)
}

test('a server function that became an event handler is the first line, and its row is one click away', async () => {
  const panel = await open(searches(page('a').live()))
  await panel.save('Monday')
  expect(screen.getByText(/Nothing has changed that these two can show/)).toBeTruthy()
  await goOn(panel, handles(page('b').live(), 7))
  expect(panel.sentences()[0]).toBe(
    'Typing in #tag-input made a call of the server function search_tags; now it makes a dispatch to the event handler search_tags.',
  )
  const [first] = screen.getAllByRole('listitem')
  await click(
    within(first as HTMLElement).getAllByRole('button', {
      name: /^dispatch search_tags at/,
    })[0] as HTMLElement,
  )
  expect(panel.store.view.value).toBe('log')
  expect(panel.store.selection.row.value?.kind).toBe('dispatch')
})

test('a row of the baseline is shown as a recording, whatever is filtered; then the log is compared again', async () => {
  const panel = await open(searches(page('a').live()))
  await panel.save('Monday')
  await goOn(panel, handles(page('b').live(), 7))
  panel.store.filter.text.value = 'no_such_thing'
  const [first] = screen.getAllByRole('listitem')
  await click(
    within(first as HTMLElement).getAllByRole('button', { name: /^call search_tags at/ })[0] as HTMLElement,
  )
  expect(screen.getByText('Close recording')).toBeTruthy()
  expect(panel.store.selection.row.value?.kind).toBe('call')
  await click(screen.getByRole('tab', { name: 'Baselines' }))
  expect(panel.sentences()[0]).toMatch(/^Typing in #tag-input made a call/)
  await act(() => panel.store.comparing.value?.compare())
  expect(panel.sentences()[0]).toMatch(/^Typing in #tag-input made a call/)
})

test('numbers are drawn as two distributions, with their sizes and intervals', async () => {
  const panel = await open(handles(page('a').live(), 3, 12))
  await panel.save('Monday')
  await goOn(panel, handles(page('b').live(), 9, 12))
  const picture = await screen.findByRole('img', { name: /median 3.*median 9/ })
  expect(picture.querySelectorAll('rect').length).toBeGreaterThan(2)
  const table = picture.closest('.distributions')?.querySelector('table') as HTMLElement
  expect(within(table).getByRole('row', { name: /^now/ }).textContent).toBe('now129 (9 to 9)9')
})

test('what both did step by step is compared by how often, too', async () => {
  const panel = await open(searches(page('a').live(), 2))
  await panel.save('Monday')
  await act(() => panel.store.session.clear())
  await panel.draw(searches(page('b').live(), 14))
  await click(await screen.findByRole('button', { name: 'The log has changed: compare again' }))
  expect(await screen.findByText(/asked 2 times before and 14 times now, out of proportion/)).toBeTruthy()
  await click(screen.getByRole('checkbox', { name: 'Both did the same, step by step' }))
  expect(await screen.findByText(/is asked 14 times now, and was asked 2 times before/)).toBeTruthy()
})

test('a baseline is renamed, exported, and deleted when that is said twice', async () => {
  const panel = await open(searches(page('a').live()))
  await panel.save('Monday')
  await click(screen.getByRole('button', { name: 'Rename Monday' }))
  const field = screen.getByLabelText('New name of Monday')
  await act(() => void fireEvent.input(field, { target: { value: 'Tuesday' } }))
  await act(() => void fireEvent.keyDown(field, { key: 'Enter' }))
  await screen.findByText('Tuesday', { selector: 'th bdi' })
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
  await click(screen.getByRole('button', { name: 'Export Tuesday' }))
  await vi.waitFor(() => expect(made).toHaveBeenCalled())
  const [[file] = []] = made.mock.calls
  expect(await (file as Blob).text()).toMatch(/^{"format":"djust-devtools recording"/)
  await click(screen.getByRole('button', { name: 'Delete Tuesday' }))
  await click(screen.getByRole('button', { name: 'Keep Tuesday' }))
  await click(screen.getByRole('button', { name: 'Delete Tuesday' }))
  await click(screen.getByRole('button', { name: 'Really delete Tuesday' }))
  await screen.findByText(/There is no baseline yet/)
})

test('what was cleared is not in a baseline', async () => {
  const panel = await open(searches(page('a').live()))
  await act(() => panel.store.session.clear())
  await panel.draw(page('b').live().calls('later', {}, 'v', picking).answers(200, {}))
  await panel.save('Monday')
  await act(() => panel.store.session.clear())
  await panel.draw(page('c').live().calls('later', {}, 'v', picking).answers(200, {}))
  await click(await screen.findByRole('button', { name: 'The log has changed: compare again' }))
  expect(await screen.findByText(/Nothing has changed/)).toBeTruthy()
})

test('when the browser keeps nothing a sentence says so, and the log is as it was', async () => {
  const panel = await open(searches(page('a').live()))
  const before = panel.store.rows.present.value
  panel.shelf.fails = 'The browser has no room left.'
  await click(screen.getByRole('button', { name: 'Save the log as a baseline' }))
  expect((await screen.findByRole('alert')).textContent).toBe('The browser has no room left.')
  expect(panel.store.rows.present.value).toBe(before)
  panel.shelf.fails = undefined
  await panel.save('Monday')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a recording becomes a contract that can be read before it is saved', async () => {
  HTMLDialogElement.prototype.showModal = () => {}
  await open(searches(page('a').live()))
  await click(screen.getByRole('button', { name: 'Save as contract…' }))
  const contract = await screen.findByLabelText('The contract')
  expect(contract.textContent).toMatch(/trigger: "?typing in #tag-input"?\n +only: call search_tags\n/)
})

test('a contract that is broken is told by line and column, with the row; one that cannot be read, too', async () => {
  const panel = await open(searches(page('a').live()))
  const check = async (text: string) => {
    const field = screen.getByLabelText('Check a contract…')
    Object.defineProperty(field, 'files', { value: [new File([text], 'contract.yaml')], configurable: true })
    await act(() => void fireEvent.change(field))
  }
  await check(
    'version: 1\nclauses:\n  - trigger: "typing in #tag-input"\n    only: []\n  - exchange: dispatch save\n    errors: none\n',
  )
  expect((await screen.findByText(/^Line 4, column 11/)).textContent).toMatch(
    /only must be nothing, but call search_tags/,
  )
  expect(screen.getByText(/^Line 5, column 5: not seen/)).toBeTruthy()
  await click(screen.getAllByRole('button', { name: /^call search_tags at/ })[0] as HTMLElement)
  expect(panel.store.selection.row.value?.name).toBe('search_tags')
  await click(screen.getByRole('tab', { name: 'Baselines' }))
  await check('version: 1\nclauses:\n  - exchange: x\n    rendr: none\n')
  expect((await screen.findByText(/^Line 4/)).textContent).toMatch(/rendr/)
})
