/** Sees djust's requests made with XMLHttpRequest. */
import { sized } from '../copier.ts'
import { watchMethod } from '../disguise.ts'
import { PristineWeakMap, quietly, take, weakGet, weakSet } from '../pristine.ts'
import { addEventListener, eventType, hrefOf, trusting } from '../pristine-dom.ts'
import { EVENT_HEADER, isPost, type Track, type Tracked } from '../requests.ts'
import type { Site } from '../site.ts'

const prototype = XMLHttpRequest.prototype
const [stateOf, statusOf, statusTextOf, textOf, header] = take(
  prototype,
  'readyState',
  'status',
  'statusText',
  'responseText',
  'getResponseHeader',
)
const HEADERS_RECEIVED = 2
const STEPS = ['readystatechange', 'abort', 'loadend']

/** What was said before `send`. */
interface Opened {
  url: unknown
  event: string | undefined
}

export function tapXhr({ copy }: Site, track: Track): void {
  const opened = new PristineWeakMap<object, Opened | undefined>()

  watchMethod(prototype, 'open', (xhr, { 0: method, 1: url }) => {
    // A URL is asked by its own getter; anything else would run code of the page.
    const text = typeof url === 'string' ? url : quietly(() => hrefOf(url))
    weakSet(opened, xhr, isPost(method) ? { url: text, event: undefined } : undefined)
  })
  watchMethod(prototype, 'setRequestHeader', (xhr, { 0: name, 1: value }) => {
    const posting = weakGet(opened, xhr)
    if (posting && name === EVENT_HEADER) posting.event = typeof value === 'string' ? value : ''
  })
  watchMethod(prototype, 'send', (xhr, { 0: body }) => {
    const posting = weakGet(opened, xhr)
    const tracked = posting && track({ ...posting, body })
    if (!tracked) return
    tracked.sent(copy.payload(body))
    follow(xhr as XMLHttpRequest, tracked)
  })

  function follow(xhr: XMLHttpRequest, tracked: Tracked) {
    let outcome: 'network' | 'abort' | 'done' = 'network'
    const step = trusting((event) => {
      if (outcome === 'done') return
      const type = eventType(event)
      if (type === 'abort') outcome = type
      else if (type === 'loadend') {
        finish(xhr, tracked, outcome)
        outcome = 'done'
      } else if (stateOf(xhr) === HEADERS_RECEIVED) tracked.headers()
    })
    for (let i = 0; i < STEPS.length; i++) addEventListener(xhr, STEPS[i] as string, step)
  }

  function finish(xhr: object, tracked: Tracked, failure: 'network' | 'abort') {
    const status = statusOf(xhr)
    if (status === 0) return tracked.fail(failure, '')
    // Answers that the browser has turned into something else than text refuse this.
    const text = quietly(() => textOf(xhr))
    tracked.finish({
      status,
      statusText: statusTextOf(xhr),
      timing: header(xhr, 'server-timing'),
      body: text === undefined ? sized(header(xhr, 'content-length')) : copy.text(text),
    })
  }
}
