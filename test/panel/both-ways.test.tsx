// @vitest-environment happy-dom
/** The page of Both ways: nothing is played before a prediction, and what is read afterwards is the run's own. */
import { computed, signal } from '@preact/signals'
import { cleanup, fireEvent, render } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { costOf } from '../../src/core/ways/cost.ts'
import type { Side } from '../../src/core/ways/side.ts'
import { App } from '../../src/studio/ways/app.tsx'
import type { Stage } from '../../src/studio/ways/stage.ts'
import type { Phase, Run, Ways } from '../../src/studio/ways/ways-store.ts'
import { type Page, page } from '../language/page.ts'

afterEach(cleanup)

const stage = (): Stage => ({
  // A run's two pages are not opened here.
  frame: document.createElement('div') as unknown as HTMLIFrameElement,
  rows: signal([]),
  open: async () => {},
})

function shown() {
  const run = signal<Run>()
  const phase = signal<Phase>({ is: 'waiting' })
  const ways: Ways = {
    ...{ stages: [stage(), stage()], predicted: signal({}), typing: signal({ keys: [], text: '' }) },
    ...{ twists: signal(new Set()), phase, run },
    costs: computed(() =>
      run.value ? { handler: costOf(run.value.handler), function: costOf(run.value.function) } : undefined,
    ),
    play: vi.fn(async () => {}),
  }
  const view = render(<App ways={ways} />)
  return { ...view, ways, run, phase }
}

const sideOf = (story: Page): Side => ({
  rows: story.rows.filter(({ kind }) => kind !== 'system'),
  played: { from: 0, keys: [0, 90], missed: 0, typed: 're', found: 're', shown: [1] },
})
const handled = () =>
  sideOf(page('left').live().at(100).event('search', 1).patch(3, { ref: 1 }).dom(5).done().harms())
const called = () =>
  sideOf(
    page('right')
      .at(100)
      .calls('search', { q: 're' })
      .answers(200, { result: { mount_ms: 0.5 } }),
  )

function predict({ getAllByRole }: ReturnType<typeof shown>, ...words: string[]) {
  for (const [at, group] of getAllByRole('group').slice(0, 3).entries()) {
    const label = [...group.querySelectorAll('label')].find(({ textContent }) => textContent === words[at])
    fireEvent.click(label?.querySelector('input') as Element)
  }
}

test('without a prediction nothing is played, and the page says what is missing', () => {
  const here = shown()
  const play = here.getByRole('button', { name: 'Play it both ways' }) as HTMLButtonElement
  fireEvent.click(here.getByRole('button', { name: 'Use a sample' }))
  expect(play.disabled).toBe(true)
  here.getByText('Answer the three questions first: a guess is enough.')
  fireEvent.submit(play.closest('form') as Element)
  expect(here.ways.play).not.toHaveBeenCalled()
  predict(here, 'the handler’s', 'about the same', 'no')
  here.getByText('7 keys are recorded. Nothing was sent yet.')
  fireEvent.click(play)
  expect(here.ways.play).toHaveBeenCalledTimes(1)
})

test('after a run each prediction is judged, the card has both sides, and the sentences are the run’s', async () => {
  const here = shown()
  predict(here, 'both', 'the handler', 'no')
  here.run.value = { predicted: here.ways.predicted.value, handler: handled(), function: called() }
  here.phase.value = { is: 'done' }
  await here.findByRole('table')
  here.getByText(/^✗ You said: both\. It was: the handler’s once, the function’s never\.$/)
  here.getByText(/^✓ You said: no\. It was: it did not\.$/)
  predict(here, 'the handler’s', 'the handler', 'no')
  // Afterwards everybody knows: that is a prediction of the next run.
  expect(here.queryByText(/^[✗✓] You said: (both|the handler’s)\./)).toBeNull()
  const line = here.getByRole('rowheader', { name: /^Re-renders/ }).closest('tr')
  expect([...(line?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual(['1', '0'])
  here.getByText(/^The handler did no harm:/)
  const drawn = [...here.container.querySelectorAll('.lanes path')].map((path) => path.getAttribute('class'))
  expect(drawn).toEqual(expect.arrayContaining(['key', 'call quiet', 'dispatch loud', 'render loud']))
})

test('a page that does not come is said where the person looks', async () => {
  const here = shown()
  here.phase.value = { is: 'failed', says: 'The page of “Event handler” did not connect.' }
  await here.findByText('The page of “Event handler” did not connect.')
})

test('who comes back to the field begins anew: what stands there is chosen, to be typed over', () => {
  const here = shown()
  fireEvent.click(here.getByRole('button', { name: 'Use a sample' }))
  const field = here.getByRole('textbox') as HTMLInputElement
  field.setSelectionRange(5, 5)
  fireEvent.focus(field)
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['regre', 0, 5])
})
