/** Where the tutorial goes next: the keyboard, what is already used, what is remembered, and the third way to ask. */
import { expect, test } from 'vitest'
import { useTutorial } from './tutorial-page.ts'

const on = useTutorial()

/** The bodies of the requests under this path, in order. */
function requestsTo(part: string): (string | null)[] {
  const bodies: (string | null)[] = []
  on.page.on('request', (request) => request.url().includes(part) && bodies.push(request.postData()))
  return bodies
}

const note = () => on.page.locator('#tag-note').textContent()
const combobox = () => on.page.getByRole('combobox', { name: 'Search tags' })

test('the list is a listbox of its combobox: what is active is named, how many there are is said, and the focus stays', async () => {
  await on.open()
  await on.type('regr')
  expect(await note()).toBe('1 tag: ↓ and ↑ choose, Enter adds, Escape closes.')
  expect(await combobox().getAttribute('aria-expanded')).toBe('true')
  expect(await combobox().getAttribute('aria-controls')).toBe(
    await on.page.getByRole('listbox').getAttribute('id'),
  )
  await on.page.keyboard.press('ArrowDown')
  const active = await combobox().getAttribute('aria-activedescendant')
  expect(await on.page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
  expect(await combobox().evaluate((input) => document.activeElement === input)).toBe(true)
  await on.page.keyboard.press('Enter')
  await on.page.locator('.chips li').waitFor()
  expect([await note(), await combobox().getAttribute('aria-expanded')]).toEqual(['', 'false'])
})

test('letters deleted and typed again are answered from what is remembered, and no later answer overwrites that', async () => {
  await on.open()
  const asked = requestsTo('/search_tags/')
  await on.type('reg')
  await on.page.keyboard.type('r')
  await on.page.getByText(/^1 tag:/).waitFor()
  await on.page.keyboard.press('Backspace')
  await on.page.getByText(/Remembered: the server was not asked\.$/).waitFor()
  expect((await on.options()).slice(0, 3)).toEqual(['regression', 'regex', 'registration'])
  expect(asked.at(-1)).toBe('{"params":{"q":"regr"}}')
})

test('an issue that was created makes the page forget: a used tag may stand elsewhere now', async () => {
  await on.open()
  await on.type('reg')
  await on.page.getByLabel('Title').fill('Forget it')
  await on.page.getByRole('button', { name: 'Create issue' }).click()
  await on.page.getByText(/Issue #\d+ created/).waitFor()
  const asked = requestsTo('/search_tags/')
  await on.type('reg')
  expect(asked).toEqual(['{"params":{"q":"reg"}}'])
})

test('a title is checked while it is typed, once a pause, and the caret in it stays', async () => {
  await on.open()
  const title = on.page.getByLabel('Title')
  await title.fill('Seen before')
  await on.page.getByRole('button', { name: 'Create issue' }).click()
  await on.page.getByText(/Issue #\d+ created/).waitFor()
  await on.settled()
  const asked = requestsTo('/title_taken/')
  await title.pressSequentially('seen BEFORE')
  await on.page.getByText(/^! Issue #\d+ has this title$/).waitFor()
  expect(asked.at(-1)).toBe('{"params":{"title":"seen BEFORE"}}')
  const most = asked.length
  await on.page.keyboard.press('ArrowLeft')
  await on.page.keyboard.type('x')
  await on.page.getByText('✓ No issue has this title').waitFor()
  expect(await title.evaluate((field: HTMLInputElement) => [field.value, field.selectionStart])).toEqual([
    'seen BEFORxE',
    11,
  ])
  expect(asked.length).toBe(most + 1)
  await title.fill('')
  await on.page.waitForFunction(() => document.querySelector('#title-note')?.textContent === '')
})

test('the same handler dispatched patches this page; asked over HTTP it answers, and the page stays as it is', async () => {
  await on.open()
  const asked = requestsTo('/djust/api/issues.new/')
  await on.page.getByText('Where to go next').click()
  await on.page.getByRole('button', { name: 'Ask it over HTTP' }).click()
  await on.page.getByText(/"assigns"/).waitFor()
  expect(asked).toEqual(['{"count":3}'])
  expect(await on.chips()).toEqual([])
  await on.page.getByRole('button', { name: 'Dispatch add_popular_tags' }).click()
  await on.page.locator('.chips li').nth(2).waitFor()
  expect(await on.chips()).toHaveLength(3)
  expect(on.problems).toEqual([])
})
