// @vitest-environment happy-dom
/** The popup as a person reads it. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { PopupView } from '../../src/popup/popup-view.tsx'
import type { Watch } from '../../src/protocol/switchboard.ts'

afterEach(cleanup)

function popup(
  state: Watch['state'],
  added: string[] = [],
  failure?: string,
  local = ['*://localhost/*', '*://*.test/*'],
) {
  const onWatch = vi.fn()
  const onForget = vi.fn()
  render(
    <PopupView
      watch={{ state, origin: 'https://a.example' }}
      local={local}
      added={added}
      failure={failure}
      onWatch={onWatch}
      onForget={onForget}
    />,
  )
  return { onWatch, onForget }
}

test('an origin that is not watched can be, by one button', () => {
  const { onWatch } = popup('unwatched')
  fireEvent.click(screen.getByRole('button', { name: 'Watch this origin' }))
  expect(onWatch).toHaveBeenCalledOnce()
})

test('a local host that the browser withholds says so and can be asked for', () => {
  popup('withheld')
  expect(screen.getByText(/the browser withholds it/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Watch this origin' })).toBeTruthy()
})

test('a watched origin says what to do next and offers nothing to watch', () => {
  popup('watched')
  expect(screen.getByText(/Open DevTools/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Watch this origin' })).toBeNull()
})

test("the browser's own pages offer nothing", () => {
  popup('forbidden')
  expect(screen.queryByRole('button')).toBeNull()
})

test('everything that was granted is listed, and each can be forgotten', () => {
  const { onForget } = popup('watched', ['https://a.example/*', 'https://b.example/*'])
  fireEvent.click(screen.getByRole('button', { name: 'Forget https://b.example/*' }))
  expect(onForget).toHaveBeenCalledWith('https://b.example/*')
})

test('a refusal is said aloud', () => {
  popup('unwatched', [], 'The browser did not allow it.')
  expect(screen.getByRole('alert').textContent).toBe('The browser did not allow it.')
})

test('what is watched now is what the browser grants now', () => {
  popup('watched')
  expect(screen.getByText('Local hosts: localhost, *.test')).toBeTruthy()
  cleanup()
  popup('withheld', [], undefined, [])
  expect(screen.getByText('No local hosts: the browser withholds them.')).toBeTruthy()
})
