/** The worker's errands with a fake browser: what enters a page, when, and what goes with the panel. */
import { expect, test } from 'vitest'
import { createErrands } from '../../src/background/errands.ts'
import type { Errand } from '../../src/protocol/reach.ts'
import type { PanelHears } from '../../src/protocol/switchboard.ts'
import { portPair } from '../fake-port.ts'

const OUTLINES: Errand = { do: 'overlay', order: { draw: 'outlines', outlines: [] } }
const NOTHING: Errand = { do: 'overlay', order: { draw: 'nothing' } }

function worker({ isGone = false, says = 'Frame with ID 3 was removed.' } = {}) {
  const brought: string[] = []
  const ran: string[] = []
  const errands = createErrands({
    run: async (world, { tab, frame }, work, args) => {
      if (isGone) throw new Error(says)
      ran.push(`${world} ${tab}/${frame} ${work.name}`)
      // As in a page: nothing but the text of the function and its data crosses.
      const there = new Function('globalThis', 'args', `return (${work})(...args)`)
      return there(pageOf(brought), JSON.parse(JSON.stringify(args)))
    },
    bringOverlay: async ({ tab, frame }) => void brought.push(`${tab}/${frame}`),
    bringShaker: async ({ tab, frame }) => {
      if (isGone) throw new Error(says)
      brought.push(`shaker ${tab}/${frame}`)
    },
  })
  return { errands, brought, ran }
}
/** The isolated world of a page, with an overlay once it was brought. */
const pageOf = (brought: string[]) => (brought.length > 0 ? { djustDevtoolsOverlay: () => [1] } : {})

function panelOf({ errands }: ReturnType<typeof worker>) {
  const [near, far] = portPair('djust:panel:7')
  errands.connectPanel(far, 7)
  return {
    near,
    async send(errand: Errand, number = 1) {
      near.postMessage({ say: 'send', errand, frame: 3, number })
      await new Promise((resolve) => setTimeout(resolve))
      return (near.heard as PanelHears[]).at(-1)
    },
  }
}

test('the overlay comes with the first order that draws, and only then', async () => {
  const all = worker()
  const { send } = panelOf(all)
  expect(await send(NOTHING)).toEqual({ hear: 'done', number: 1, reached: { ok: true, value: [] } })
  expect(all.brought).toEqual([])
  expect(await send(OUTLINES, 2)).toEqual({ hear: 'done', number: 2, reached: { ok: true, value: [1] } })
  expect(await send(OUTLINES, 3)).toMatchObject({ number: 3, reached: { ok: true } })
  expect(all.brought).toEqual(['7/3'])
})

test('overlays live in the isolated world, and what is resent in the world of the page', async () => {
  const all = worker()
  const { send } = panelOf(all)
  await send(OUTLINES)
  await send({ do: 'resend', sending: { by: 'djust.handleEvent', name: 'add', body: '{}' } })
  expect(all.ran.at(0)).toBe('ISOLATED 7/3 orderOverlay')
  expect(all.ran.at(-1)).toBe('MAIN 7/3 resendInPage')
})

test('a frame that has gone is told in words', async () => {
  const reached = await panelOf(worker({ isGone: true })).send({
    do: 'resend',
    sending: { by: 'djust.handleEvent', name: 'add', body: '{}' },
  })
  expect(reached).toMatchObject({
    reached: {
      ok: false,
      says: expect.stringMatching(/^The page was left before it had answered.*removed\.$/),
    },
  })
})

test('Firefox’s word for a page that was left, a missing permission, is not passed on for a sending', async () => {
  const { send } = panelOf(worker({ isGone: true, says: 'Missing host permission for the tab' }))
  const sending = { by: 'djust.handleEvent', name: 'add', body: '{}' } as const
  expect(await send({ do: 'resend', sending })).toMatchObject({
    reached: { ok: false, says: 'The page was left before it had answered, or lets nobody in' },
  })
  expect(await send(OUTLINES)).toMatchObject({
    reached: { says: 'The browser lets nobody into this frame: Missing host permission for the tab' },
  })
})

test('with the panel every overlay of its tab goes, and of no other tab', () => {
  const all = worker()
  const { near } = panelOf(all)
  const [mine, theirs] = [portPair('djust:overlay'), portPair('djust:overlay')]
  all.errands.connectOverlay(mine[1], 7)
  all.errands.connectOverlay(theirs[1], 8)
  const gone: string[] = []
  mine[0].onDisconnect.addListener(() => gone.push('mine'))
  theirs[0].onDisconnect.addListener(() => gone.push('theirs'))
  near.disconnect()
  expect(gone).toEqual(['mine'])
})

test('the shaker is brought where it is wanted, and a frame that is gone says so', async () => {
  const all = worker()
  expect(await panelOf(all).send({ do: 'bring-shaker' })).toMatchObject({
    reached: { ok: true, value: true },
  })
  expect(all.brought).toEqual(['shaker 7/3'])
  expect(await panelOf(worker({ isGone: true })).send({ do: 'bring-shaker' })).toMatchObject({
    reached: { ok: false, says: expect.stringContaining('was removed') },
  })
})
