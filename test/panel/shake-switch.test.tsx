// @vitest-environment happy-dom
/** Shaking from the toolbar: its dialog, what pages are told, and that it stops. */
import { act, fireEvent, screen } from '@testing-library/preact'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Reach } from '../../src/protocol/reach.ts'
import { page } from '../language/page.ts'
import { click, showPanel, useLayout } from './shown-panel.tsx'

useLayout()
beforeAll(() =>
  Promise.all([
    import('../../src/panel/store/shake-pages.ts'),
    import('../../src/panel/views/shake-dialog.tsx'),
  ]),
)

function shaken(bringShaker: Reach['bringShaker'] = async () => ({ ok: true, value: true })) {
  const brought: number[] = []
  const reach: Pick<Reach, 'bringShaker'> = {
    bringShaker: (frame) => {
      brought.push(frame)
      return bringShaker(frame)
    },
  }
  const panel = showPanel({ reach: reach as Reach })
  const wait = () => act(() => new Promise<void>((done) => setTimeout(done, 20)))
  const press = async (name: string) => {
    await click(await screen.findByRole('button', { name, hidden: true }))
    await wait()
  }
  /** Without the renewals, which go to all. */
  const told = () =>
    panel
      .commands()
      .flatMap(({ doc, command }) =>
        command.type === 'shake' && (doc || !command.shake) ? [[doc, command.shake]] : [],
      )
  const renewals = () =>
    panel
      .commands()
      .flatMap(({ doc, command }) =>
        command.type === 'shake' && !doc && command.shake ? [command.shake] : [],
      )
  return { ...panel, brought, press, wait, told, renewals }
}

async function type(label: string, value: string) {
  const field = await screen.findByLabelText(label)
  await act(() => void fireEvent.input(field, { target: { value } }))
}

test('the pages there are, and those that come later, are shaken by the seed that was typed', async () => {
  const { draw, press, brought, told, wait } = shaken()
  const home = page('home').live()
  await draw(home)
  await press('Shake')
  await type('Seed', '7')
  await type('Longest delay, ms', '400')
  await click(screen.getByLabelText('Dispatches'))
  await act(
    () =>
      void fireEvent.submit(screen.getByRole('dialog', { hidden: true }).querySelector('form') as Element),
  )
  await wait()
  const round = expect.any(Number)
  const shake = { seed: 7, most: 400, calls: true, dispatches: false, round, lease: 8000 }
  expect(told()).toEqual([['home', shake]])
  await draw(page('next', { frame: 3 }).live())
  await wait()
  expect(told()).toEqual([
    ['home', shake],
    ['next', shake],
  ])
  expect(brought).toEqual([0, 3])
  expect(screen.getByRole('button', { name: 'Shake' }).getAttribute('aria-pressed')).toBe('true')
})

test('stopping tells every page, and later pages nothing', async () => {
  const { draw, press, told, wait } = shaken()
  await draw(page('home').live())
  await press('Shake')
  await act(
    async () =>
      void fireEvent.submit(
        (await screen.findByRole('dialog', { hidden: true })).querySelector('form') as Element,
      ),
  )
  await wait()
  await press('Shake')
  await press('Stop shaking')
  expect(told().at(-1)).toEqual([undefined, undefined])
  const before = told().length
  await draw(page('next').live())
  await wait()
  expect(told()).toHaveLength(before)
})

test('a page that cannot be entered is said to be so', async () => {
  const { draw, press, told, wait, store } = shaken(async () => ({ ok: false, says: 'Nobody gets in.' }))
  await draw(page('home').live())
  await press('Shake')
  await act(
    async () =>
      void fireEvent.submit(
        (await screen.findByRole('dialog', { hidden: true })).querySelector('form') as Element,
      ),
  )
  await wait()
  expect(told()).toEqual([])
  expect(JSON.stringify(store.notices.list.value)).toContain('Nobody gets in.')
})

test('pages are told again and again, under one round, and for longer while the panel is out of sight', async () => {
  const { draw, press, renewals, told, wait } = shaken()
  await draw(page('home').live())
  await press('Shake')
  await act(
    async () =>
      void fireEvent.submit(
        (await screen.findByRole('dialog', { hidden: true })).querySelector('form') as Element,
      ),
  )
  await wait()
  const begun = told()[0]?.[1] as { round: number }
  await vi.waitFor(() => expect(renewals()).toHaveLength(1), { timeout: 10_000 })
  expect(renewals()).toEqual([begun])
  const isHidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(renewals().at(-1)).toEqual({ ...begun, lease: 90_000 })
  isHidden.mockRestore()
  await press('Shake')
  await press('Stop shaking')
  const before = renewals().length
  document.dispatchEvent(new Event('visibilitychange'))
  expect(renewals()).toHaveLength(before)
})
