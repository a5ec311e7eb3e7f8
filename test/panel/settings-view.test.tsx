// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { DEFAULT_CAPS } from '../../src/protocol/channel.ts'
import { page } from '../language/page.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

async function open() {
  const panel = showPanel()
  await click(screen.getByRole('button', { name: 'Settings' }))
  const dialog = await screen.findByRole('dialog')
  const type = (label: RegExp, value: string) =>
    act(() => {
      const field = screen.getByLabelText(label)
      fireEvent.input(field, { target: { value } })
      fireEvent.change(field)
    })
  const tried = () => dialog.querySelector('.tried')?.textContent
  return { ...panel, dialog, type, tried }
}

test('the theme changes at once', async () => {
  const { container } = await open()
  await click(screen.getByLabelText('Dark'))
  expect(container.querySelector('.djust-panel')?.getAttribute('data-theme')).toBe('dark')
  await click(screen.getByLabelText('As DevTools'))
  expect(container.querySelector('.djust-panel')?.getAttribute('data-theme')).toBe('light')
})

const fields = () =>
  [...document.querySelectorAll<HTMLInputElement>('.fields input')].map((each) => each.value)

test('caps read as the bar below the log writes them, with their bounds in the same words', async () => {
  const { dialog } = await open()
  expect(fields()).toEqual(['10,000', '4.0 MB', '256 kB'])
  expect([...dialog.querySelectorAll('.fields .quiet')].map((each) => each.textContent)).toEqual([
    '100 to 100,000',
    '100 kB to 64.0 MB',
    '1.0 kB to 4.0 MB',
  ])
})

test.each(['8000 kB', '8MB', '8m', '8,000 kB', '8000000', '8.00000000001M'])(
  'a size typed as %s is taken as the filter takes it, pages are told, and it stands below the log',
  async (typed) => {
    const { type, commands, draw, container } = await open()
    await type(/^All of them/, typed)
    expect(commands().at(-1)?.command).toMatchObject({ type: 'caps', caps: { bytes: 8_000_000 } })
    expect(fields()[1]).toBe('8.0 MB')
    await draw(page().live())
    expect(container.querySelector('.held')?.textContent).toContain('a page keeps at most 10,000, 8.0 MB')
  },
)

test('a field that was set keeps the focus', async () => {
  const { type } = await open()
  const field = screen.getByLabelText(/^Facts/)
  field.focus()
  await type(/^Facts/, '500')
  expect(document.activeElement).toBe(field)
})

test('a cap out of its bounds is not kept, and both are said', async () => {
  const { type, commands, dialog, store } = await open()
  for (const wrong of ['5', '', 'many', '1e9', '500 kB', '1,5', '99.4']) {
    await type(/^Facts/, wrong)
    expect(dialog.textContent).toContain('Not kept. 100 to 100,000')
    expect(screen.getByLabelText(/^Facts/).getAttribute('aria-invalid')).toBe('true')
  }
  for (const wrong of ['5', '8 TB', '65 MB', 'kB', '1,5 MB']) {
    await type(/^All of them/, wrong)
    expect(dialog.textContent).toContain('Not kept. 100 kB to 64.0 MB')
  }
  expect(commands()).toEqual([])
  expect(store.preferences.caps.value.facts).toBe(10_000)
})

test('caps are put back as at first, and so is what could not be kept', async () => {
  const { type, store } = await open()
  await type(/^Facts/, '500')
  await type(/^One payload/, 'much')
  expect(store.preferences.caps.value.facts).toBe(500)
  await click(screen.getByRole('button', { name: 'As at first' }))
  expect(fields()).toEqual(['10,000', '4.0 MB', '256 kB'])
  expect(document.querySelectorAll('.fields [aria-invalid=true]')).toHaveLength(0)
})

test('stacks are off, say what they cost, and are switched on by a click', async () => {
  const { dialog, commands } = await open()
  expect(screen.getByLabelText('Note stacks')).toHaveProperty('checked', false)
  expect(dialog.textContent).toContain('Off at first because it costs')
  await click(screen.getByLabelText('Note stacks'))
  expect(commands().at(-1)?.command).toEqual({ type: 'caps', caps: { ...DEFAULT_CAPS, stacks: 50 } })
})

test('names of one’s own are told to pages, and tried with the built-in ones', async () => {
  const { type, tried, commands } = await open()
  await type(/^Try it/, 'user[pin]')
  expect(tried()).toBe('A value under this name would stay.')
  await type(/^Hide these, too/, 'PIN\niban')
  expect(commands().at(-1)?.command).toEqual({
    type: 'secret-names',
    names: { PIN: 'secret', pin: 'secret', Pin: 'secret', iban: 'secret', IBAN: 'secret', Iban: 'secret' },
  })
  expect(tried()).toBe('A value under this name would be hidden: ‹secret#…›, a name of yours.')
  await type(/^Try it/, '{"user": {"name": "Ada", "password": "x", "Pin": 7}}')
  expect(tried()).toBe(
    '2 values of it would be hidden:user.password ‹password#…›, built inuser.Pin ‹secret#…›, a name of yours',
  )
})

test.each([
  ['{"q": 1}', 'Nothing of it would be hidden.'],
  ['{"q": ', 'It looks like JSON, and is none: a quote, a comma or a brace is missing.'],
  ['['.repeat(5000) + ']'.repeat(5000), 'It is nested too deeply to be shown here.'],
])('of what is tried, %.10s…, it says the truth', async (text, says) => {
  const { type, tried } = await open()
  await type(/^Try it/, text)
  expect(tried()).toBe(says)
})

test('it is closed by its button', async () => {
  await open()
  await click(screen.getByRole('button', { name: 'Done' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('columns are chosen and put back as they were at first', async () => {
  const { store } = await open()
  const titles = () => store.columns.chosen.value.map(({ id }) => id)
  const first = titles()
  await click(screen.getByRole('checkbox', { name: 'Initiator' }))
  await click(screen.getByRole('checkbox', { name: 'View' }))
  expect(titles()).toEqual([
    ...first.filter((id) => id !== 'view' && id !== 'waterfall'),
    'initiator',
    'waterfall',
  ])
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Name' }).disabled).toBe(true)
  await click(screen.getByRole('button', { name: 'Reset columns' }))
  expect(titles()).toEqual(first)
})
