/** Makes a recording of any length: typing that asks a server function, and events that patch, as the tutorial's page does it all day. */
import { RECORDING_FORMAT, RECORDING_VERSION } from '../src/core/recording-header.ts'
import type { Body, Fact, Report } from '../src/protocol/facts.ts'

const ORIGIN = 1_800_000_000_000
const WORDS = [
  'regression',
  'login',
  'payment',
  'search',
  'timeout',
  'mobile',
  'docs',
  'flaky',
  'upload',
  'cache',
]
const EVENTS = ['add_tag', 'remove_tag', 'describe', 'move_up', 'submit']

/** Facts in a round of ten exchanges: six calls and four dispatches. */
const FACTS_A_ROUND = 6 * 4 + 4 * 6

/** How many exchanges come to so many facts. */
export function exchangesOf(facts: number): number {
  return Math.round(facts / FACTS_A_ROUND) * 10
}

/** The lines of the file, each with its end. `exchanges`: a multiple of ten. The same count gives the same text. */
export function* recordingOf(exchanges: number): Generator<string, undefined> {
  const facts = (exchanges / 10) * FACTS_A_ROUND + OPENING.length
  const document = { doc: 'd1', frame: 0, url: 'http://127.0.0.1:4400/tutorial', top: true, origin: ORIGIN }
  const head = { format: RECORDING_FORMAT, version: RECORDING_VERSION, tool: 'djust-devtools bench' }
  const about = {
    redaction: 'nothing was captured',
    documents: [{ ...document, features: [] }],
    features: [],
  }
  yield `${JSON.stringify({ ...head, ...about, facts })}\n`
  let seq = 0
  let at = 0
  const line = (report: Report, after: number): string => {
    at += after
    const fact: Fact = { ...report, seq: seq++, at: Math.round(at * 10) / 10 }
    return `${JSON.stringify({ doc: 'd1', frame: 0, fact })}\n`
  }
  for (const report of OPENING) yield line(report, 5)
  for (let number = 1; number <= exchanges; number++) {
    const story = number % 10 < 6 ? callOf(number) : dispatchOf(number, seq)
    for (const [report, after] of story) yield line(report, after)
  }
  return undefined
}

const OPENING: readonly Report[] = [
  { type: 'document', url: 'http://127.0.0.1:4400/tutorial', top: true, origin: ORIGIN },
  { type: 'connection-opened', connection: 1, transport: 'ws', url: 'ws://127.0.0.1:4400/ws/live/' },
  { type: 'frame-out', connection: 1, body: bodyOf({ type: 'mount', view: 'tags.NewIssueView' }) },
  {
    type: 'frame-in',
    connection: 1,
    body: bodyOf({ type: 'mount', view: 'tags.NewIssueView', version: 1, html: '' }),
  },
]

type Story = readonly (readonly [Report, number])[]

/** About 40 B up and 600 B down. */
function callOf(number: number): Story {
  const word = WORDS[number % WORDS.length] ?? ''
  const result = Array.from({ length: 8 }, (_, at) => ({
    id: number + at,
    name: `${word}-${number + at}`,
    color: '#0b57d0',
    uses: (number * 7 + at) % 900,
  }))
  const trigger = { element: 'input#tag-input.field', event: 'input', certainty: 'same-task' } as const
  const url = '/djust/api/call/tags.NewIssueView/search_tags/'
  const asked = bodyOf({ params: { q: word.slice(0, 1 + (number % 5)) } })
  return [
    [{ type: 'call', call: number, view: 'tags.NewIssueView', name: 'search_tags', trigger }, 40],
    [
      { type: 'request', request: number, purpose: 'call', method: 'POST', url, call: number, body: asked },
      0.3,
    ],
    [
      {
        type: 'response',
        request: number,
        status: 200,
        statusText: 'OK',
        headers: 0,
        body: bodyOf({ result }),
      },
      5 + (number % 23),
    ],
    [{ type: 'call-settled', call: number }, 0.4],
  ]
}

/** About 150 B up and 700 B down. `seq` of the first fact. */
function dispatchOf(number: number, seq: number): Story {
  const event = EVENTS[(number + Math.floor(number / 10)) % EVENTS.length] ?? ''
  const word = WORDS[number % WORDS.length] ?? ''
  const trigger = { element: 'button.tag[data-id]', event: 'click', certainty: 'same-task' } as const
  const params = { tag_id: number, name: word, _targetElement: 'button' }
  const sent = bodyOf({ type: 'event', event, params, ref: number })
  const patches = Array.from({ length: 1 + (number % 7) }, (_, at) => ({
    type: 'SetText',
    path: [0, 2, 1, at],
    d: `1f${at}`,
    text: `${word} number ${number + at} of what stands in the list of tags`,
  }))
  const timing = { handler: 1.2, render: 2.4, total: 4.1 }
  const answer = bodyOf({
    type: 'patch',
    patches,
    version: number,
    event_name: event,
    ref: number,
    source: 'event',
    timing,
  })
  const frame = seq + 2
  const counts = { nodes: patches.length, added: 0, removed: 0, attributes: 0, text: patches.length }
  return [
    [{ type: 'dispatch', dispatch: number, by: 'handleEvent', event, trigger }, 60],
    [{ type: 'frame-out', connection: 1, body: sent, dispatch: number }, 0.4],
    [{ type: 'frame-in', connection: 1, body: answer }, 4 + (number % 31)],
    [{ type: 'mutation', frame, ...counts }, 0.6],
    [{ type: 'frame-done', frame, by: 'runtime' }, 0.1],
    [{ type: 'painted', frame }, 8],
  ]
}

function bodyOf(said: object): Body {
  const text = JSON.stringify(said)
  return { text, bytes: text.length }
}
