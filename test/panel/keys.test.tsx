// @vitest-environment happy-dom
/** How the keys of the panel are told: in the words of the machine, and only where they act. */
import { screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const MAC = { browser: { family: 'firefox', userAgent: 'Mozilla/5.0 (Macintosh; …)' } } as const

async function told(deps: Parameters<typeof showPanel>[0]) {
  showPanel(deps)
  await keysAct()
  const [record] = screen.getAllByRole('button', { name: 'Record' })
  return [record, screen.getByRole('button', { name: 'Clear' }), screen.getByRole('combobox')].map(
    (element) => [
      element?.getAttribute('title')?.split('\n')[0],
      element?.getAttribute('aria-keyshortcuts') ?? undefined,
    ],
  )
}

test('in DevTools', async () => {
  expect(await told({})).toEqual([
    ['Stop recording — Ctrl+E', 'Control+E'],
    ['Clear the log — Ctrl+L', 'Control+L'],
    ['Filter — Ctrl+F', 'Control+F'],
  ])
})

test('in DevTools on a Mac', async () => {
  expect(await told(MAC)).toEqual([
    ['Stop recording — ⌘E', 'Meta+E'],
    ['Clear the log — ⌘K', 'Meta+K'],
    ['Filter — ⌘F', 'Meta+F'],
  ])
})

test('outside, where a thing that has the focus itself is not in the log', async () => {
  expect(await told({ host: 'page' })).toEqual([
    ['Stop recording — Ctrl+E in the log', undefined],
    ['Clear the log', undefined],
    ['Filter — Ctrl+F in the log', undefined],
  ])
})
