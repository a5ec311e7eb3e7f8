/** Sees djust's requests made with XMLHttpRequest. */
import { type Around, watchMethod, wrapMethod } from '../disguise.ts'
import { each, PristineWeakMap, quietly, stringOf, take, weakGet, weakSet } from '../pristine.ts'
import { addEventListener, eventTarget, eventType, hrefOf, trusting } from '../pristine-dom.ts'
import { EVENT_HEADER, isPost, type Track, type Tracked } from '../requests.ts'

const prototype = XMLHttpRequest.prototype
const [stateOf, statusOf, statusTextOf, textOf, header] = take(
  XMLHttpRequest,
  'readyState',
  'status',
  'statusText',
  'responseText',
  'getResponseHeader',
)
const OPENED = 1
const HEADERS_RECEIVED = 2
const DONE = 4
const STEPS = ['readystatechange', 'abort', 'loadend']

type Failure = 'network' | 'abort'

/** What was said before `send`, and what is under way since. */
interface Opened {
  url: unknown
  event: string | undefined
  tracked: Tracked | undefined
}

export function tapXhr(track: Track): void {
  const opened = new PristineWeakMap<object, Opened | undefined>()

  const open: Around = (run, xhr, { 0: method, 1: url }) => {
    // What is done loses its answer here; what is not is given up without an event.
    settleDone(xhr)
    const answer = run()
    quietly(() => {
      end(xhr as object, 'abort')
      // A URL is asked by its own getter; anything else would run code of the page.
      const text = stringOf(url) ?? quietly(hrefOf, url)
      weakSet(
        opened,
        xhr as object,
        isPost(method) ? { url: text, event: undefined, tracked: undefined } : undefined,
      )
    })
    return answer
  }
  wrapMethod(prototype, 'open', open)
  watchMethod(prototype, 'setRequestHeader', (xhr, { 0: name, 1: value }) => {
    const posting = weakGet(opened, xhr)
    if (posting && name === EVENT_HEADER) posting.event = stringOf(value) ?? ''
  })
  const send: Around = (run, xhr, { 0: body }) => {
    // Before it is sent, because a synchronous one is over when this returns.
    quietly(() => begin(xhr as XMLHttpRequest, body))
    try {
      return run()
    } finally {
      settleDone(xhr)
    }
  }
  wrapMethod(prototype, 'send', send)

  function begin(xhr: XMLHttpRequest, body: unknown) {
    const posting = weakGet(opened, xhr)
    if (!posting || stateOf(xhr) !== OPENED || posting.tracked) return
    posting.tracked = track(posting.url, posting.event, body)
    if (!posting.tracked) return
    // The same listener again is no second one.
    each(STEPS, (name) => addEventListener(xhr, name, step))
  }

  const step = trusting((event) => {
    const xhr = eventTarget(event) as object
    const type = eventType(event)
    const state = stateOf(xhr)
    if (state === HEADERS_RECEIVED) weakGet(opened, xhr)?.tracked?.arrived()
    // Late events of a request before this one come in another state.
    if (state !== DONE) return
    if (type === 'abort') end(xhr, type)
    // Without a status it has failed, and how is told by what comes next.
    else if (type === 'loadend' || statusOf(xhr) > 0) end(xhr, 'network')
  })

  const settleDone = (xhr: unknown) => quietly(() => stateOf(xhr) === DONE && end(xhr as object, 'network'))

  function end(xhr: object, failure: Failure) {
    const posting = weakGet(opened, xhr)
    const tracked = posting?.tracked
    if (!tracked) return
    posting.tracked = undefined
    finish(xhr, tracked, failure)
  }

  function finish(xhr: object, tracked: Tracked, failure: Failure) {
    const status = statusOf(xhr)
    if (status === 0) return tracked.fail(failure, '')
    tracked.finish(
      status,
      statusTextOf(xhr),
      (name) => header(xhr, name),
      // Answers that the browser has turned into something else than text refuse this.
      quietly(textOf, xhr),
    )
  }
}
