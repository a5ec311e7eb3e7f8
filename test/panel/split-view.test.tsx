// @vitest-environment happy-dom
/** The details where there is room for them or for the log, but not for both. */
import { screen } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { click, key, keysAct, showPanel, useLayout } from './shown-panel.tsx'

useLayout()
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(150)
})

async function opened() {
  const panel = showPanel()
  await panel.draw(page().live().event('add', 1).patch(2, { ref: 1 }).calls('get', { q: 1 }).answers(200, {}))
  await keysAct()
  await click(panel.rowNamed('get'))
  return panel
}
const log = () => screen.getByRole('grid', { hidden: true }).closest('.first')

test('they take the place of the log, and the focus with it: no key is heard from under them', async () => {
  await opened()
  expect(log()?.hasAttribute('inert')).toBe(true)
  expect(screen.queryByRole('separator', { name: 'Size of the details' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Overview' }))
})

test('Escape gives the log back, with the focus on the row', async () => {
  const panel = await opened()
  await key(screen.getByRole('tab', { name: 'Overview' }), 'Escape')
  expect(log()?.hasAttribute('inert')).toBe(false)
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(document.activeElement).toBe(panel.rowNamed('get'))
})
