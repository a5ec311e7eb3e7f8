// @vitest-environment happy-dom
/** The tab that says why a re-render came about, and the section that says who overtook whom. */
import { screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()

const CLICK = { element: 'button.add', event: 'click', certainty: 'same-task' } as const
const details = () => screen.getByRole('complementary', { name: 'Details' })

test('each step stands with its evidence, and leads to where it is shown in full', async () => {
  const panel = showPanel()
  await panel.draw(page().live().dispatches('add', CLICK).event('add', 1).patch(2, { ref: 1 }).dom(2).done())
  await click(panel.rowNamed('add'))
  await click(screen.getByRole('tab', { name: 'Why' }))
  const steps = await screen.findAllByRole('heading', { level: 3 })
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    'Trigger',
    'Handler',
    'Changed variables',
    'Patches',
    'Nodes',
    'Collateral',
  ])
  expect(details().textContent).toContain('A person did something: click on button.add')
  expect(within(details()).getAllByText('not observed')).toHaveLength(2)
  await click(screen.getByRole('button', { name: 'Patches in full: Patches' }))
  expect(screen.getByRole('tab', { name: 'Patches' }).getAttribute('aria-selected')).toBe('true')
})

test('what re-rendered nothing has no such tab', async () => {
  const panel = showPanel()
  await panel.draw(page().calls('search').answers(200, { result: 1 }))
  await click(panel.rowNamed('search'))
  expect(screen.queryByRole('tab', { name: 'Why' })).toBeNull()
})

test('an overtaken call names who overtook it, by how much, and leads there', async () => {
  const panel = showPanel()
  const story = page().at(10).calls('search', { q: 'a' }).shaken('back', 400)
  const { seq } = story
  story.at(20).calls('search', { q: 'ab' }).at(50).answers(200, { result: 2 }, 2)
  await panel.draw(story.at(60).answers(200, { result: 1 }, 1).at(410).handsOver(seq))
  await click(panel.rowNamed('search'))
  await screen.findByRole('heading', { name: 'Race' })
  expect(details().textContent).toContain('was delayed by 350 ms by the shaker (seed 7, #1)')
  expect(details().textContent).toContain('was answered 360 ms before this one')
  await click(within(details()).getByRole('button', { name: /call search/ }))
  expect(panel.store.selection.row.value?.at).toBe(20)
  expect(screen.queryByRole('heading', { name: 'Race' })).toBeNull()
})
