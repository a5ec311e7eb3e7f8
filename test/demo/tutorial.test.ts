/** The whole tutorial, as a person does it, in a real Chromium without any extension. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { useTutorial } from './tutorial-page.ts'

const on = useTutorial()

test('from the first keystroke to the stored issue', async () => {
  await on.open()
  const calls: string[] = []
  on.page.on('request', (request) => request.url().includes('/call/') && calls.push(request.postData() ?? ''))
  await on.type('reg')
  // On a busy machine it is asked before the last letter, too.
  await expect
    .poll(async () => (await on.options()).slice(0, 3))
    .toEqual(['regression', 'regex', 'registration'])
  expect(calls.at(-1)).toBe('{"params":{"q":"reg"}}')

  await on.page.getByRole('option', { name: 'regression', exact: true }).click()
  await on.page.locator('.chips li').first().waitFor()
  expect(await on.chips()).toEqual(['regression'])
  expect(await on.page.getByRole('combobox').inputValue()).toBe('')
  expect(await on.page.getByRole('listbox').isVisible()).toBe(false)

  await on.type('safari')
  await on.page.keyboard.press('ArrowDown')
  await on.page.keyboard.press('Enter')
  await on.page.locator('.chips li').nth(1).waitFor()
  await on.page.getByRole('button', { name: 'Remove tag regression' }).click()
  await on.page.waitForFunction(() => document.querySelectorAll('.chips li').length === 1)
  expect(await on.chips()).toEqual(['safari'])

  await on.page.getByLabel('Description').fill('Clicking it on Safari 17')
  await on.page.getByRole('button', { name: 'Create issue' }).click()
  await on.page.getByText('Title is required').waitFor()
  expect(await on.page.getByLabel('Title').getAttribute('aria-invalid')).toBe('true')
  expect(await on.page.getByLabel('Description').inputValue()).toBe('Clicking it on Safari 17')

  await on.page.getByLabel('Title').fill('Login button does nothing')
  await on.page.getByRole('button', { name: 'Create issue' }).click()
  await on.page.getByText(/Issue #\d+ created/).waitFor()
  await on.settled()
  expect(await on.page.locator('.created').textContent()).toContain('safari')
  expect([
    await on.page.getByLabel('Title').inputValue(),
    await on.page.getByLabel('Description').inputValue(),
  ]).toEqual(['', ''])
  expect([await on.chips(), await on.page.getByText('Title is required').count()]).toEqual([[], 0])

  await on.page.getByLabel('Title').fill('login BUTTON does nothing')
  await on.page.getByLabel('Title').blur()
  await on.page.getByText(/Issue #\d+ has this title/).waitFor()
  expect(on.problems).toEqual([])
})

test('typing without a pause asks the server once', async () => {
  await on.open()
  const calls: (string | null)[] = []
  on.page.on('request', (request) => request.url().includes('/call/') && calls.push(request.postData()))
  await on.page.getByRole('combobox').evaluate((input: HTMLInputElement) => {
    for (const text of ['s', 'sa', 'saf']) {
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
  })
  await on.page.getByRole('option').first().waitFor()
  expect(calls).toEqual(['{"params":{"q":"saf"}}'])
})

test('a tag that arrives leaves the text being typed and its caret alone', async () => {
  await on.open()
  const description = on.page.getByLabel('Description')
  await description.fill('a long story')
  await description.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(2, 6))
  await on.page.evaluate(() => {
    const { djust } = window as unknown as {
      djust: { dispatch(event: string, params: object): Promise<unknown> }
    }
    return djust.dispatch('add_tag', { id: 1 })
  })
  await on.page.locator('.chips li').first().waitFor()
  const now = await description.evaluate((field: HTMLTextAreaElement) => [
    field.value,
    field.selectionStart,
    field.selectionEnd,
    document.activeElement === field,
  ])
  expect(now).toEqual(['a long story', 2, 6, true])
})

test('an answer that comes after a newer one is dropped', async () => {
  await on.open()
  let release = () => {}
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  await on.page.route('**/search_tags/', async (route) => {
    if (route.request().postData()?.includes('"bu"')) await late
    await route.continue()
  })
  const slow = on.page.waitForRequest((request) => request.postData()?.includes('"bu"') ?? false)
  await on.page.getByRole('combobox').pressSequentially('bu')
  const answered = (await slow).response()
  await on.page.getByRole('combobox').fill('safari')
  await on.page.getByRole('option', { name: 'safari', exact: true }).waitFor()
  release()
  await (await answered)?.finished()
  await on.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  expect((await on.options())[0]).toBe('safari')
  expect((await on.options()).some((name) => name.startsWith('bu'))).toBe(false)
})

test('a search of ten thousand letters is repeated in short, and stays in its place', async () => {
  await on.open()
  await on.page.getByRole('combobox').fill(`\u202e${'w'.repeat(10_000)}`)
  await on.page.getByText(/^No tag begins with “\u2068.{40}\u2069…”\.$/).waitFor()
  const width = () => on.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await width()).toBeLessThanOrEqual(0)
})

test.each([
  ['a list', 'reg', 'regression'],
  ['a note', 'zzzz', 'No tag begins'],
])('%s that closes under a click does not take the click away', async (_what, typed, shown) => {
  await on.open()
  await on.page.getByRole('combobox').pressSequentially(typed)
  await on.page.getByText(shown).first().waitFor()
  await on.page.getByRole('button', { name: 'Create issue' }).click()
  await on.page.getByText('Title is required').waitFor()
  await on.page.waitForFunction(() => !document.querySelector('#tag-note')?.textContent)
  expect(await on.page.getByRole('listbox').isVisible()).toBe(false)
})

test('Escape closes the list, and arrows go round it', async () => {
  await on.open()
  await on.type('reg')
  const active = () =>
    on.page.getByRole('combobox').evaluate((input) => input.getAttribute('aria-activedescendant'))
  await on.page.keyboard.press('ArrowUp')
  const last = (await on.options()).length - 1
  expect(await active()).toBe(`tag-option-${last}`)
  await on.page.keyboard.press('ArrowDown')
  expect(await active()).toBe('tag-option-0')
  expect(await on.page.getByRole('option', { selected: true }).textContent()).toBe('regression')
  await on.page.keyboard.press('Escape')
  expect(await on.page.getByRole('combobox').getAttribute('aria-expanded')).toBe('false')
  expect(await on.page.getByRole('listbox').isVisible()).toBe(false)
  await on.page.getByRole('combobox').fill('zzzz')
  await on.page.getByText(/^No tag begins with “.zzzz.”\.$/).waitFor()
})

test.each(['light', 'dark'] as const)(
  'anyone can use it: no accessibility rule is broken, %s',
  async (colorScheme) => {
    await on.page.emulateMedia({ colorScheme })
    await on.open()
    await on.type('bug')
    await on.page.getByRole('option').first().click()
    await on.page.locator('.chips li').first().waitFor()
    await on.page.getByRole('button', { name: 'Create issue' }).click()
    await on.page.getByText('Title is required').waitFor()
    await on.settled()
    await on.type('reg')
    await on.page.keyboard.press('ArrowDown')
    const { violations } = await new AxeBuilder({ page: on.page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  },
)
