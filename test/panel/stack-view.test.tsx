// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { createConfirmation } from '../../src/panel/store/confirmation.ts'
import { StackView } from '../../src/panel/views/stack-view.tsx'
import { page } from '../language/page.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const STACK = `Error
    at wrapped (chrome-extension://abc/instrument.js:9:1)
    at request (http://127.0.0.1/static/djust/client.js:90:1)
    at djust.call (http://127.0.0.1/static/djust/client.js:80:1)
    at search (http://127.0.0.1/app.js:12:7)
    at async <b>start</b> (http://127.0.0.1/app.js:3:1)`

function show(openSource?: (url: string, line: number) => void) {
  const confirmation = createConfirmation()
  const { container } = render(<StackView store={{ openSource, confirmation }} stack={STACK} />)
  return { confirmation, lines: () => [...container.querySelectorAll('li')].map((each) => each.textContent) }
}

test('djust’s own frames and ours are folded, and open when asked', async () => {
  const { lines } = show()
  expect(lines()).toEqual([
    '1 frame of this extension',
    '2 frames of client.js',
    'search app.js:12',
    'async: <b>start</b> app.js:3',
  ])
  await click(screen.getByRole('button', { name: '2 frames of client.js' }))
  expect(lines().slice(1, 4)).toEqual([
    '2 frames of client.js',
    'request client.js:90',
    'djust.call client.js:80',
  ])
})

test('a place is opened in the sources where the browser lets us', async () => {
  const openSource = vi.fn()
  show(openSource)
  await click(screen.getByRole('button', { name: 'app.js:12' }))
  expect(openSource).toHaveBeenCalledExactlyOnceWith('http://127.0.0.1/app.js', 12)
})

test('elsewhere it is copied, and said so', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const { confirmation } = show()
  await click(screen.getByRole('button', { name: 'app.js:12' }))
  await vi.waitFor(() => expect(confirmation.said.value?.text).toBe('Copied app.js:12'))
  expect(written).toHaveBeenCalledWith('http://127.0.0.1/app.js:12')
})

test('without a stack the overview says why there is none', async () => {
  const { draw, rowNamed } = showPanel()
  await draw(page().calls('save').answers(200, { result: 1 }))
  await click(rowNamed('save'))
  expect(
    await screen.findByText(
      'Stacks are off, for they cost time in the page. The settings can switch them on.',
    ),
  ).toBeTruthy()
})
