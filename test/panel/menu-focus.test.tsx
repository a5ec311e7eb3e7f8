// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { openMenu } from '../../src/panel/views/menu.tsx'
import { useLayout } from './shown-panel.tsx'

useLayout()
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** A menu whose window loses the focus while it is open, as to Firefox's console around an Escape. */
async function leaveMenu() {
  const owner = document.createElement('button')
  const other = document.createElement('input')
  document.body.append(owner, other)
  const closed = openMenu({
    label: 'Columns',
    groups: () => [{ items: [{ title: 'Status', run: () => {} }] }],
    at: owner.getBoundingClientRect(),
    owner,
  })
  const item = await vi.waitFor(() => document.querySelector<HTMLElement>('[role=menuitem]') ?? expect.fail())
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  item.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await closed
  const comeBack = () => {
    hasFocus.mockReturnValue(true)
    window.dispatchEvent(new FocusEvent('focus'))
  }
  return { owner, other, comeBack }
}

test('a menu that the window’s loss of focus has closed leads back to its owner when the focus returns', async () => {
  const { owner, comeBack } = await leaveMenu()
  expect(document.activeElement).toBe(document.body)
  comeBack()
  expect(document.activeElement).toBe(owner)
})

test('a focus that returns to something else stays there', async () => {
  const { other, comeBack } = await leaveMenu()
  other.focus()
  comeBack()
  expect(document.activeElement).toBe(other)
})
