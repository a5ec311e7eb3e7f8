/** Errands over the panel's line: each is answered under its own number, or by the line that broke. */
import { expect, test } from 'vitest'
import { createWorkerReach } from '../../src/panel/worker-reach.ts'
import type { PanelHears, PanelSays } from '../../src/protocol/switchboard.ts'

function joined() {
  const said: PanelSays[] = []
  let hear: (message: PanelHears) => void = () => {}
  const listening: number[] = []
  const reach = createWorkerReach({
    post: (message) => void said.push(message),
    listen: (hearer) => {
      listening.push(said.length)
      hear = hearer
    },
  })
  return { reach, said, listening, hear: (message: PanelHears) => hear(message) }
}
const done = (number: number, value: unknown): PanelHears => ({
  hear: 'done',
  number,
  reached: { ok: true, value },
})

test('answers find their errands in whatever order they come', async () => {
  const { reach, hear } = joined()
  const [one, two] = [reach.overlay(0, { draw: 'nothing' }), reach.measure(3, 0, [])]
  hear(done(2, 7))
  hear(done(1, []))
  expect(await Promise.all([one, two])).toEqual([
    { ok: true, value: [] },
    { ok: true, value: 7 },
  ])
})

test('nothing listens before the first errand, for who listens first opens the line', () => {
  const { reach, listening } = joined()
  expect(listening).toEqual([])
  void reach.overlay(0, { draw: 'nothing' })
  void reach.overlay(0, { draw: 'nothing' })
  expect(listening).toEqual([0])
})

test('what was under way when the worker ended says that nobody knows', async () => {
  const { reach } = joined()
  const one = reach.resend(0, { by: 'djust.handleEvent', name: 'add', body: '{}' })
  reach.reopened()
  expect(await one).toMatchObject({
    ok: false,
    says: expect.stringContaining('before the page had answered'),
  })
})
