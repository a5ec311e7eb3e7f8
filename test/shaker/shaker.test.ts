/** What the shaker does in a page: late answers out of their order, late frames in theirs, and nothing once it has stopped. */
import { expect, test } from 'vitest'
import { delayOf } from '../../src/protocol/shaker.ts'
import { pageView } from './page-view.ts'

const call = (name: string) =>
  [`/djust/api/call/v/${name}/`, { method: 'POST', body: '{"params":{}}' }] as const
const event = (name: string) => JSON.stringify({ type: 'event', event: name, params: {} })
const delay = (kind: 'call' | 'dispatch', name: string, number: number) =>
  delayOf({ seed: 7, most: 800 }, kind, name, number)

test('answers of a function reach the page when they are due, whenever the server answered', async () => {
  const page = pageView()
  page.shake({})
  const got: number[] = []
  for (let n = 1; n <= 5; n++) void page.view.fetch(...call('search')).then(() => got.push(n))
  // The server is slow with the first of all.
  for (const { answer } of page.asked.slice(1)) answer('{}')
  await page.move(50)
  page.asked[0]?.answer('{}')
  await page.move(1000)
  const due = (n: number) => delay('call', 'v/search', n)
  expect(got).toEqual([1, 2, 3, 4, 5].toSorted((a, b) => due(a) - due(b) || a - b))
  expect(got).not.toEqual([1, 2, 3, 4, 5])
})

test('each is told when it is asked and when it is handed over', async () => {
  const page = pageView()
  page.shake({})
  void page.view.fetch(...call('search'))
  page.asked[0]?.answer('{}')
  await page.move(1000)
  const ms = delay('call', 'v/search', 1)
  expect(page.facts).toEqual([
    { type: 'shaken', way: 'back', seed: 7, number: 1, ms, at: 0 },
    { type: 'handed-over', of: 0, at: ms },
  ])
})

test('an event waits before it goes, and goes as if its dispatch were still running', async () => {
  const page = pageView()
  page.shake({})
  const socket = page.socket()
  page.running.dispatch = 'add'
  socket.send(event('add'))
  page.running.dispatch = undefined
  await page.move(1000)
  const ms = delay('dispatch', 'add', 1)
  expect(page.frames).toEqual([`${event('add')} of add @${ms}`])
  expect(page.facts).toEqual([{ type: 'shaken', way: 'out', seed: 7, number: 1, ms, at: ms }])
})

test('frames of one socket keep their order, whatever they are, and their end comes last', async () => {
  const page = pageView()
  page.shake({})
  const socket = page.socket()
  const sent = [event('a'), event('b'), '{"type":"ping"}', event('c')]
  for (const data of sent) socket.send(data)
  await page.move(20)
  socket.close()
  expect(page.frames.map((frame) => frame.split(' @')[0])).toEqual([...sent, 'closed'])
})

test('what is not djust’s, and what is not wanted, passes at once', async () => {
  const page = pageView()
  page.shake({ dispatches: false })
  const other = page.socket()
  other.send(event('a'))
  other.url = 'ws://127.0.0.1/chat/'
  page.shake({})
  other.send(event('b'))
  expect(page.frames).toEqual([`${event('a')} @0`, `${event('b')} @0`])
  let got = 0
  void page.view.fetch('/else/', { method: 'POST' }).then(() => got++)
  void page.view.fetch('/djust/api/call/v/f/').then(() => got++)
  for (const { answer } of page.asked) answer('')
  await page.settle()
  expect([got, page.facts]).toEqual([2, []])
})

test('events posted to a stream go late and in order, as if their dispatch were running', async () => {
  const page = pageView()
  page.shake({})
  page.running.dispatch = 1
  void page.view.fetch('/djust/sse/u1/message/', { method: 'POST', body: event('a') })
  page.running.dispatch = 2
  void page.view.fetch('/djust/sse/u1/message/', { method: 'POST', body: event('b') })
  page.running.dispatch = undefined
  expect(page.asked).toEqual([])
  await page.move(2000)
  expect(page.asked.map(({ dispatch }) => dispatch)).toEqual([1, 2])
})

test('what fails is not held', async () => {
  const page = pageView()
  page.shake({})
  const failed = page.view.fetch(...call('search')).catch(() => 'failed')
  page.asked[0]?.fail()
  expect(await failed).toBe('failed')
})

test('when it stops all that is held goes at once and in order, and the page has its own functions back', async () => {
  const page = pageView()
  page.shake({})
  expect(page.isPristine()).toBe(false)
  const got: number[] = []
  for (let n = 1; n <= 5; n++) void page.view.fetch(...call('search')).then(() => got.push(n))
  for (const { answer } of page.asked.slice(1)) answer('{}')
  const socket = page.socket()
  for (const name of ['a', 'b', 'a', 'b']) socket.send(event(name))
  await page.settle()
  page.shake()
  await page.settle()
  expect(page.isPristine()).toBe(true)
  expect(got.toSorted()).toEqual([2, 3, 4, 5])
  expect(page.frames).toHaveLength(4)
  page.asked[0]?.answer('{}')
  await page.settle()
  expect(got.at(-1)).toBe(1)
})

test('when the page is left nothing is kept from going', async () => {
  const page = pageView()
  page.shake({})
  const socket = page.socket()
  for (const name of ['a', 'b', 'c']) socket.send(event(name))
  page.view.dispatchEvent(new Event('pagehide'))
  expect(page.frames).toHaveLength(3)
  expect(page.isPristine()).toBe(true)
})

test('shaken again by the same seed, the numbers begin anew', async () => {
  const page = pageView()
  for (let round = 0; round < 2; round++) {
    page.shake({})
    void page.view.fetch(...call('search'))
  }
  expect(page.facts.map((fact) => 'number' in fact && fact.number)).toEqual([1, 1])
})

test('what the page has put over a stand-in stays, and lets everything pass', async () => {
  const page = pageView()
  page.shake({})
  const standIn = page.view.fetch
  page.view.fetch = (url: string, init?: RequestInit) => standIn(url, init)
  const own = page.view.fetch
  page.shake()
  expect(page.view.fetch).toBe(own)
  void page.view.fetch(...call('search'))
  expect([page.asked.length, page.facts]).toEqual([1, []])
})
