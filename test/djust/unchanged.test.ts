/** The comparison must notice whatever an instrument might change, and pass only what is listed. */
import { describe, expect, test } from 'vitest'
import type { Captured, Requested } from './capture-proxy.ts'
import { labelOf, RUNS } from './runs.ts'
import { agreementOf } from './unchanged/agreement.ts'
import { compare } from './unchanged/compare.ts'
import { drive, LEFT_OUT } from './unchanged/drive.ts'
import { NONCES } from './unchanged/nonces.ts'
import { linesOfMessages, linesOfRequests } from './unchanged/traffic.ts'
import type { Testimony } from './unchanged/witness.ts'

const ONE = '12345678-1234-1234-1234-123456789014'
const OTHER = '12345678-1234-1234-1234-123456789019'

function testimony(session = ONE): Testimony {
  return {
    entry: 'dj-click',
    dom: ['<body>', '<p class="heard">', 'dj-click', '</p>', '</body>'],
    state: ['address http://127.0.0.1:4000/zoo/', 'focus BUTTON'],
    console: ['warning: slow'],
    requests: ['GET /zoo/ | 200 |  | ', 'POST /call/ | 200 | {"q":1} | {"result":1}'],
    messages: ['ws up {"type":"event","ref":1}', `ws down {"session_id": "${session}"}`],
  }
}

test('two drives that are alike but for their nonces agree, and the nonces are counted', () => {
  const met = new Map<string, number>()
  const other = { ...testimony(OTHER), state: ['address http://127.0.0.1:5000/zoo/', 'focus BUTTON'] }
  expect(compare([testimony()], [other], met)).toEqual([])
  expect(Object.fromEntries(met)).toEqual({ origin: 2, 'socket session': 2 })
})

describe('it notices', () => {
  const planted: [what: string, aspect: keyof Testimony, lines: string[]][] = [
    [
      'one attribute more',
      'dom',
      ['<body>', '<p class="heard" data-seen="">', 'dj-click', '</p>', '</body>'],
    ],
    ['one element more', 'dom', [...testimony().dom, '<script>']],
    ['another focus', 'state', ['address http://127.0.0.1:4000/zoo/', 'focus BODY']],
    ['a line of the console more', 'console', ['warning: slow', 'log: hello']],
    ['a line of the console less', 'console', []],
    ['another level', 'console', ['error: slow']],
    ['a request more', 'requests', ['GET /more/ | 200 |  | ', ...testimony().requests]],
    ['another status', 'requests', testimony().requests.with(0, 'GET /zoo/ | 500 |  | ')],
    ['another body', 'requests', testimony().requests.with(1, 'POST /call/ | 200 | {"q":2} | {"result":1}')],
    [
      'another answer',
      'requests',
      testimony().requests.with(1, 'POST /call/ | 200 | {"q":1} | {"result":2}'),
    ],
    [
      'a frame that differs by a byte',
      'messages',
      testimony().messages.with(0, 'ws up {"type":"event","ref":2}'),
    ],
    ['a frame less', 'messages', testimony().messages.slice(0, 1)],
    ['two frames in the other order', 'messages', testimony().messages.toReversed()],
    [
      'a nonce where there was none',
      'messages',
      testimony().messages.with(0, `ws up {"session_id": "${ONE}"}`),
    ],
  ]
  test.each(planted)('%s', (_, aspect, lines) => {
    const differences = compare([testimony()], [{ ...testimony(), [aspect]: lines }])
    expect(differences).toHaveLength(1)
    expect(differences[0]).toContain(`dj-click, ${aspect}, line`)
  })

  test('a page that never rests, even when both are alike', () => {
    const restless = { ...testimony(), unrest: 'it is loading' }
    expect(compare([restless], [restless])).toEqual([
      'dj-click: the page does not come to rest, it is loading',
    ])
  })

  test('an entry that only one drive came to', () => {
    expect(compare([testimony()], [])).toEqual(['dj-click: only one of them came to it'])
  })
})

test('requests may overtake each other, whatever their nonces do to the order', () => {
  const stream = (id: string) => `POST /djust/sse/${id}/message/ | 200 | {"type":"mount"} | {"ok": true}`
  const one = { ...testimony(), requests: [stream(ONE), ...testimony().requests] }
  const other = { ...testimony(), requests: [...testimony().requests.toReversed(), stream(OTHER)] }
  expect(compare([one], [other])).toEqual([])
})

test('a difference shows both lines at the place where they part', () => {
  const long = `ws down ${'x'.repeat(5000)}`
  const [said] = compare(
    [{ ...testimony(), messages: [`${long}1`] }],
    [{ ...testimony(), messages: [`${long}2`] }],
  )
  expect(said).toMatch(/one: {3}…x+1\n {2}other: …x+2$/)
})

describe('what went over the wire', () => {
  const asked: Requested = {
    at: 0,
    isDocument: false,
    channel: 1,
    method: 'POST',
    url: '/b/',
    status: 200,
    body: '{"q":1}',
    isOver: true,
    isStream: false,
  }
  const frame = (way: Captured['way'], text?: string): Captured => ({
    way,
    over: 'ws',
    channel: 2,
    at: 0,
    url: '/ws/live/',
    bytes: 4,
    ...(text === undefined ? {} : { text }),
  })

  test('a request says its status, body and answer', () => {
    const answer: Captured = { ...frame('down', '{"result":2}'), over: 'http', channel: 1 }
    const other = { ...asked, channel: 3, method: 'GET', url: '/a/', body: '' }
    expect(linesOfRequests([asked, other], [answer])).toEqual([
      'POST /b/ | 200 | {"q":1} | {"result":2}',
      'GET /a/ | 200 |  | ',
    ])
  })

  test('frames keep their order, each way of each socket, and binary ones are read as well', () => {
    const frames = [frame('up', 'b'), frame('down', 'c'), frame('up', 'a'), { ...frame('up'), hex: '01ff' }]
    expect(linesOfMessages(frames)).toEqual(['ws up b', 'ws up a', 'ws up binary 01ff', 'ws down c'])
  })
})

test('what is left out is in the zoo, and has a reason', () => {
  for (const [name, reason] of Object.entries(LEFT_OUT)) {
    expect(RUNS.map(labelOf)).toContain(name)
    expect(reason).toMatch(/\.$/)
  }
})

test('a seed is an order: the same again, and another for another', () => {
  const names = (seed: number) => drive(seed).map(({ name }) => name)
  expect(names(1)).toEqual(names(1))
  expect(names(2)).not.toEqual(names(1))
  expect(names(2).toSorted()).toEqual(names(1).toSorted())
})

test('every nonce has a name of its own and says why it differs', () => {
  expect(new Set(NONCES.map(({ name }) => name)).size).toBe(NONCES.length)
  for (const { why } of NONCES) expect(why).toMatch(/\.$/)
})

describe('where two drives with nobody watching differ, a third is made of that entry', () => {
  const hurried: Testimony = { ...testimony(), console: ['warning: the machine was slow'] }

  test('and what two of the three saw is what a watched drive is held to', async () => {
    const asked: (readonly string[])[] = []
    const { agreed, differences, alone } = await agreementOf([hurried], [testimony()], async (entries) => {
      asked.push(entries)
      return [testimony(OTHER)]
    })
    expect([agreed, differences, asked]).toEqual([[testimony()], [], [['dj-click']]])
    expect(alone).toEqual([expect.stringContaining('the machine was slow')])
  })

  test('and where no two of the three agree, that is said', async () => {
    const third = async () => [{ ...testimony(), console: [] }]
    const { agreed, differences } = await agreementOf([hurried], [testimony()], third)
    expect(agreed).toEqual([])
    expect(differences).toHaveLength(1)
  })

  test('and none is made where they agree', async () => {
    const { agreed, alone } = await agreementOf([testimony()], [testimony(OTHER)], () => {
      throw new Error('nothing to settle')
    })
    expect([agreed, alone]).toEqual([[testimony()], []])
  })
})
