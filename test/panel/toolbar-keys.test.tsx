// @vitest-environment happy-dom
/** The toolbar by keyboard. */
import { screen } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { click, key, keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

beforeEach(async () => {
  const panel = showPanel()
  await panel.draw(page().live().event('add', 1))
  await keysAct()
})
const button = (name: string) => screen.getByRole('button', { name })
const focus = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

test('arrows lead along it, round its ends, and Home and End to them', async () => {
  expect(screen.getByRole('toolbar', { name: 'Log tools' }).contains(button('Record'))).toBe(true)
  const way: (string | null | undefined)[] = []
  button('Record').focus()
  for (const each of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'End', 'Home']) {
    await key(document.activeElement as Element, each)
    way.push(focus())
  }
  expect(way).toEqual(['Clear', 'Record', 'Settings', 'Record', 'Settings', 'Record'])
})

test('in the filter they are the caret’s', async () => {
  const filter = screen.getByRole('combobox', { name: 'Filter' })
  filter.focus()
  for (const each of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) await key(filter, each)
  expect(document.activeElement).toBe(filter)
})

test('in a dialog that it opened they are the dialog’s', async () => {
  await click(button('Settings'))
  const [first] = await screen.findAllByRole('radio')
  first?.focus()
  await key(first as Element, 'ArrowRight')
  expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
})
