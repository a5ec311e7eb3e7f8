/** Sees djust's requests made with fetch: server functions, api handlers, event posts, messages beside an event stream. */
import { wrapMethod } from '../disguise.ts'
import { follow } from '../follow.ts'
import { messageOf } from '../message-of.ts'
import { exec, isObject, ownValue, quietly, settle, stringOf, take } from '../pristine.ts'
import { hrefOf } from '../pristine-dom.ts'
import { EVENT_HEADER, isPost, type Track, type Tracked } from '../requests.ts'

const [methodOf, urlOf, headersOf, signalOf, cloneRequest, readRequest] = take(
  Request.prototype,
  'method',
  'url',
  'headers',
  'signal',
  'clone',
  'text',
)
const [statusOf, statusTextOf, answerHeaders, cloneResponse, readResponse] = take(
  Response.prototype,
  'status',
  'statusText',
  'headers',
  'clone',
  'text',
)
const [header] = take(Headers.prototype, 'get')
const [isAborted] = take(AbortSignal.prototype, 'aborted')
const [spellOut] = take(URLSearchParams.prototype, 'toString')

const readable = /json|^text\/html/i

export function tapFetch(track: Track): void {
  wrapMethod(window, 'fetch', (run, _self, { 0: input, 1: init }) => {
    const asked = quietly(() => recognise(input, init))
    if (!asked) return run()
    const { tracked, signal } = asked
    return follow(
      run,
      (response) => read(tracked, response),
      (reason) => tracked.fail(quietly(() => isAborted(signal)) ? 'abort' : 'network', messageOf(reason)),
    )
  })

  /** Looks at own data properties and at the browser's own objects, never through getters of the page. */
  function recognise(input: unknown, init: unknown) {
    const made = isObject(input) ? quietly(() => urlOf(input)) : undefined
    const said = <T>(name: string, inRequest: (request: unknown) => T) =>
      ownValue(init, name) ?? (made === undefined ? undefined : inRequest(input))
    if (!isPost(said('method', methodOf))) return undefined
    const url = made ?? (isObject(input) ? quietly(() => hrefOf(input)) : input)
    const body = ownValue(init, 'body')
    const tracked = track({ url, event: eventHeader(said('headers', headersOf)), body })
    if (!tracked) return undefined
    const inside = body === undefined && made !== undefined ? bodyInside(input) : undefined
    const sent = (data: unknown) => quietly(() => tracked.sent(quietly(() => spellOut(data)) ?? data))
    // The body of a Request can only be read with patience; the fact waits for it and keeps its own time.
    if (inside) settle(inside, sent, () => sent(undefined))
    else sent(body)
    return { tracked, signal: said('signal', signalOf) }
  }

  function read(tracked: Tracked, response: unknown) {
    tracked.headers()
    const headers = answerHeaders(response)
    const finish = (text?: string) =>
      tracked.finish({
        status: statusOf(response),
        statusText: statusTextOf(response),
        header: (name) => header(headers, name),
        text,
      })
    if (!exec(readable, header(headers, 'content-type') ?? '')) return finish()
    settle(
      readResponse(cloneResponse(response)),
      (text) => quietly(() => finish(text as string)),
      (reason) => quietly(() => tracked.fail('network', messageOf(reason))),
    )
  }
}

/** Only a body with a content type is text; a stream has none and is never touched. */
const bodyInside = (input: unknown): unknown =>
  header(headersOf(input), 'content-type') ? readRequest(cloneRequest(input)) : undefined

/** Headers are the browser's own object, or a plain one spelled as the runtime spells it. */
const eventHeader = (headers: unknown): string | undefined =>
  stringOf(quietly(() => header(headers, EVENT_HEADER)) ?? ownValue(headers, EVENT_HEADER))
