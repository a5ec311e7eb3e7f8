// @vitest-environment happy-dom
/** The advice in the panel: counted on its tab, proved by rows one can go to, muted and told again, and named in a row's details. */
import { expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'
import { click, type ShownPanel, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const chatty = () => {
  const story = page()
  for (const at of [1, 2, 3])
    story
      .at(at * 1000)
      .calls('search', { q: 'red' })
      .answers(200, { result: ['red'] })
  return story
}

const tab = (panel: ShownPanel) => panel.container.querySelector('[data-tab=advice]') as HTMLElement
const finding = (panel: ShownPanel) => panel.container.querySelector('article') as HTMLElement
const button = (panel: ShownPanel, says: string) => {
  const found = [...panel.container.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.startsWith(says),
  )
  if (!found) throw new Error(`no button ${says}`)
  return found
}
/** Until what is done while nobody waits has been done. */
const until = (ask: () => unknown) => vi.waitFor(() => expect(ask()).toBeTruthy(), 15_000)

async function advised(): Promise<ShownPanel> {
  const panel = showPanel()
  await panel.draw(chatty())
  await until(() => tab(panel).textContent === 'Advice 1')
  await click(tab(panel))
  await until(() => finding(panel))
  return panel
}

test('a finding says what was measured, how sure it is, and what to change, as code', async () => {
  const said = finding(await advised()).textContent
  expect(said).toContain('The same call again: search')
  expect(said).toContain('search was asked 3 times with the same parameters')
  expect(said).toContain('Likely.')
  expect(said).toContain('djust.call("issues.new", "search", params)')
  expect(said).toContain('docs/advice.md#repeated-call')
})

test('a row that proves it is a click away, with its details', async () => {
  const panel = await advised()
  await click(button(panel, 'call search at 2.00'))
  expect(panel.store.view.value).toBe('log')
  expect(panel.store.selection.row.value?.at).toBe(2000)
  await until(() => panel.container.querySelector('.details')?.textContent?.includes('The same call again'))
})

test('what is muted for a site is silent, is not counted, is remembered, and can be told again', async () => {
  const panel = await advised()
  await click(button(panel, 'Mute'))
  expect([tab(panel).textContent, finding(panel)]).toEqual(['Advice', null])
  expect(panel.store.storage.getItem('djust.muted-advice')).toBe('["http://127.0.0.1 repeated-call"]')
  await click(button(panel, 'Tell again'))
  expect(tab(panel).textContent).toBe('Advice 1')
})

test('a log without mistakes has none', async () => {
  const panel = showPanel()
  await panel.draw(page().calls('search', { q: 'red' }).answers(200, { result: [] }))
  await click(tab(panel))
  await until(() => panel.container.textContent?.includes('No advice.'))
  expect(tab(panel).textContent).toBe('Advice')
})
