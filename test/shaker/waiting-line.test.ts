/** Lines let things go when they are due and ready, in the order in which they are due. */
import { expect, test } from 'vitest'
import { createWaitingLine } from '../../src/content/shaker/waiting-line.ts'
import { createLines } from '../../src/content/shaker/waiting-lines.ts'

/** A clock that stands until it is moved. */
function stillClock() {
  let at = 0
  const wakes: { at: number; work: () => void }[] = []
  return {
    now: () => at,
    after: (ms: number, work: () => void) => wakes.push({ at: at + ms, work }),
    move(to: number) {
      for (;;) {
        const next = wakes.filter((wake) => wake.at <= to).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        wakes.splice(wakes.indexOf(next), 1)
        at = Math.max(at, next.at)
        next.work()
      }
      at = to
    },
  }
}

function line() {
  const clock = stillClock()
  const went: string[] = []
  const waiting = createWaitingLine(clock)
  const hold = (name: string, due: number) => {
    const held = waiting.hold(due)
    const ready = (taking?: Promise<unknown>) =>
      held.ready(() => {
        went.push(`${name} ${clock.now()}`)
        return taking
      })
    return { ready, drop: held.drop }
  }
  return { ...clock, waiting, hold, went }
}

test('what is ready goes when it is due', () => {
  const { hold, move, went } = line()
  hold('a', 300).ready()
  hold('b', 100).ready()
  move(1000)
  expect(went).toEqual(['b 100', 'a 300'])
})

test('what is due later waits for what is due earlier and not ready, so that no slow machine turns the order', () => {
  const { hold, move, went } = line()
  const slow = hold('slow', 100)
  hold('quick', 200).ready()
  move(700)
  expect(went).toEqual([])
  slow.ready()
  expect(went).toEqual(['slow 700', 'quick 700'])
})

test('but not for ever, and what nobody waited for goes when it comes', () => {
  const { hold, move, went } = line()
  const lost = hold('lost', 100)
  hold('quick', 200).ready()
  move(6000)
  expect(went).toEqual(['quick 5100'])
  lost.ready()
  expect(went).toEqual(['quick 5100', 'lost 6000'])
})

test('what is given up holds up nobody', () => {
  const { hold, move, went } = line()
  const gone = hold('gone', 100)
  hold('next', 200).ready()
  gone.drop()
  move(250)
  expect(went).toEqual(['next 200'])
})

test('when it stops, all that is held goes at once and in order, and the rest as soon as it is ready', () => {
  const { hold, waiting, went } = line()
  const open = hold('open', 50)
  hold('late', 900).ready()
  hold('early', 300).ready()
  waiting.flush()
  expect(went).toEqual(['early 0', 'late 0'])
  open.ready()
  expect(went).toEqual(['early 0', 'late 0', 'open 0'])
})

test('what goes out keeps its order, whatever the delays say', () => {
  const clock = stillClock()
  const lines = createLines(clock)
  const went: string[] = []
  const socket = {}
  const send = (name: string, delay: number) =>
    lines.holdSending(lines.of(socket), { seed: 1, number: 1, delay }, () =>
      went.push(`${name} ${clock.now()}`),
    )
  send('first', 400)
  send('second', 0)
  clock.move(100)
  send('third', 100)
  clock.move(1000)
  expect(went).toEqual(['first 400', 'second 400', 'third 400'])
})

test('what is asked in one task is asked at one time', () => {
  const clock = stillClock()
  let at = 0
  const lines = createLines({ ...clock, now: () => at++ })
  expect([lines.now(), lines.now(), lines.now()]).toEqual([0, 0, 0])
  clock.move(1)
  expect(lines.now()).toBe(1)
})

test('what is given waits until the one before it is taken, also when both are late', async () => {
  const { hold, move, went } = line()
  let read = () => {}
  const reading = new Promise<void>((resolve) => {
    read = resolve
  })
  hold('a', 100).ready(reading)
  hold('b', 100).ready()
  move(200)
  expect(went).toEqual(['a 100'])
  read()
  await reading
  await Promise.resolve()
  move(300)
  expect(went).toEqual(['a 100', 'b 200'])
})

test('what is never taken holds up nothing for ever', () => {
  const { hold, move, went } = line()
  hold('a', 100).ready(new Promise(() => {}))
  hold('b', 100).ready()
  move(6000)
  expect(went).toEqual(['a 100', 'b 5100'])
})

test('what is flushed waits for nobody', () => {
  const { hold, move, went, waiting } = line()
  hold('a', 100).ready(new Promise(() => {}))
  hold('b', 100).ready()
  hold('c', 500).ready()
  move(200)
  waiting.flush()
  expect(went).toEqual(['a 100', 'b 200', 'c 200'])
})
