/** The outbox with a line made of an array and a clock made of a number. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOutbox } from '../../src/content/instrument/outbox.ts'
import type { Ears } from '../../src/content/instrument/page-line.ts'
import type { Caps } from '../../src/protocol/commands.ts'
import { sealCommand } from '../../src/protocol/envelope.ts'
import { readLetters } from './lab.ts'

function outbox(limits: Partial<Caps> = {}) {
  const caps = { facts: 100, bytes: 100_000, payload: 100, stacks: 0, ...limits }
  const letters: string[] = []
  const tasks: (() => void)[] = []
  const notes: string[] = []
  let ears: Ears | undefined
  let clock = 0
  const report = createOutbox({
    line: {
      post: (letter) => letters.push(letter),
      sighted: () => notes.push('sighted'),
      tellFrame: () => {},
      listen: (hearing) => (ears = hearing),
    },
    doc: 'd',
    caps,
    asking: () => 'at here',
    names: {},
    about: () => ({ url: 'http://x/', top: true, origin: 5 }),
    now: () => ++clock,
    later: (work) => tasks.push(work),
    renew: () => notes.push('renewed'),
    lend: (shake) => notes.push(shake ? `shake ${JSON.stringify(shake)}` : 'still'),
    leave: (kept) => report({ type: 'leave', kept }),
  })
  const run = () => {
    for (const task of tasks.splice(0)) task()
  }
  return {
    report,
    notes,
    tasks,
    run,
    ears: ears as unknown as Ears,
    replay: (after: number) => ears?.command(sealCommand({ type: 'replay', after })),
    /** What was posted since the last look. */
    take: () => readLetters(letters.splice(0)),
    letters,
  }
}
const mark = { type: 'marker', marker: 'render-end' } as const

test('a reader is told what it can no longer have, under the seq of the last fact that is gone', () => {
  const box = outbox({ facts: 3, bytes: 100_000, payload: 100 })
  for (let i = 0; i < 10; i++) box.report(mark)
  box.ears.joined()
  box.replay(2)
  expect(box.take().map(({ seq, type }) => [seq, type])).toEqual([
    [6, 'lost'],
    [7, 'marker'],
    [8, 'marker'],
    [9, 'marker'],
  ])
  box.replay(2)
  expect(box.take()[0]).toMatchObject({ type: 'lost', from: 3, to: 6, at: 7 })
  box.replay(6)
  expect(box.take().map(({ type }) => type)).toEqual(['marker', 'marker', 'marker'])
})

test('the ring is bounded in bytes too, and a cap that shrinks drops at once', () => {
  const box = outbox({ facts: 1000, bytes: 1000, payload: 100 })
  for (let i = 0; i < 100; i++) box.report(mark)
  box.ears.joined()
  const hello = JSON.parse(box.letters[0] ?? '')
  expect(hello.oldest).toBeGreaterThan(70)
  box.ears.command(sealCommand({ type: 'caps', caps: { facts: 2 } }))
  box.ears.joined()
  expect(JSON.parse(box.letters[1] ?? '')).toMatchObject({ oldest: 98, next: 100 })
})

test('live facts wait for one task and go in one letter', () => {
  const box = outbox()
  box.ears.joined()
  box.replay(-1)
  box.letters.length = 0
  for (let i = 0; i < 5; i++) box.report(mark)
  expect(box.tasks).toHaveLength(1)
  box.run()
  expect(box.letters).toHaveLength(1)
  expect(box.take()).toHaveLength(5)
  expect(box.notes).toEqual(['sighted', 'renewed'])
})

test('letters stay near half a megabyte', () => {
  const box = outbox({ facts: 1000, bytes: 9_000_000, payload: 1_000_000 })
  for (let i = 0; i < 20; i++)
    box.report({ type: 'frame-in', connection: 0, body: { text: 'x'.repeat(200_000), bytes: 1 } })
  box.ears.joined()
  box.replay(-1)
  expect(Math.max(...box.letters.map(({ length }) => length))).toBeLessThan(520_000)
  expect(box.take()).toHaveLength(20)
})

test('when the page leaves, all that is not acknowledged goes at once, its leaving last', () => {
  const box = outbox()
  for (let i = 0; i < 5; i++) box.report(mark)
  box.ears.command(sealCommand({ type: 'acknowledge', through: 2 }))
  box.ears.leaving('kept')
  expect(box.take().map(({ seq, type }) => [seq, type])).toEqual([
    [3, 'marker'],
    [4, 'marker'],
    [5, 'leave'],
  ])
})

test('the document’s own facts are not a sighting', () => {
  const box = outbox()
  box.report({ type: 'document', url: 'http://x/', top: true, origin: 1 })
  box.report({ type: 'leave', kept: true })
  box.report({ type: 'return' })
  expect(box.notes).toEqual([])
})

test('however a reader comes and goes, it gets every seq exactly once, or hears that it is lost', () => {
  const step = fc.constantFrom('report', 'report', 'report', 'run', 'part', 'join', 'replay')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const box = outbox({ facts: 7, bytes: 100_000, payload: 100 })
      let last = -1
      let joined = false
      const read = () => {
        for (const fact of readLetters(box.letters.splice(0))) {
          expect(fact.type === 'lost' ? fact.from : fact.seq).toBe(last + 1)
          last = fact.seq
        }
      }
      for (const one of [...steps, 'join', 'replay'] as const) {
        if (one === 'report') box.report(mark)
        if (one === 'run') box.run()
        if (one === 'part') box.ears.parted()
        if (one === 'join') box.ears.joined()
        joined = one === 'join' || (joined && one !== 'part')
        if (one === 'replay' && joined) box.replay(last)
        read()
      }
      expect(last).toBe(steps.filter((one) => one === 'report').length - 1)
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('whoever asks is noted only while that is wanted, and only where something is asked', () => {
  const box = outbox()
  box.ears.joined()
  box.replay(-1)
  const ask = () =>
    box.report({ type: 'dispatch', dispatch: 0, by: 'dispatch', event: 'x', trigger: undefined })
  ask()
  box.ears.command(sealCommand({ type: 'caps', caps: { stacks: 50 } }))
  ask()
  box.report({ type: 'feature', name: 'djust' })
  box.ears.command(sealCommand({ type: 'caps', caps: { stacks: 0 } }))
  ask()
  box.run()
  const stacks = box.take().map((fact) => 'stack' in fact && fact.stack)
  expect(stacks).toEqual([false, 'at here', false, false])
})

test('the shaker is lent what it needs when it is commanded, and stops when nobody listens any more', () => {
  const box = outbox()
  const shake = { seed: 7, most: 100, calls: true, dispatches: false, round: 1, lease: 50 }
  box.ears.command(sealCommand({ type: 'shake', shake }))
  box.ears.command(sealCommand({ type: 'shake' }))
  box.ears.parted()
  expect(box.notes).toEqual([`shake ${JSON.stringify(shake)}`, 'still', 'still'])
})
