/** Sees djust's requests made with fetch: server functions, api handlers, event posts, messages beside an event stream. */
import { wrapMethod } from '../disguise.ts'
import { follow } from '../follow.ts'
import { messageOf } from '../message-of.ts'
import { exec, isObject, ownValue, quietly, settle, stringOf, take } from '../pristine.ts'
import { hrefOf } from '../pristine-dom.ts'
import { EVENT_HEADER, isPost, type Track, type Tracked } from '../requests.ts'

const [methodOf, urlOf, headersOf, signalOf] = take(Request, 'method', 'url', 'headers', 'signal')
const [statusOf, statusTextOf, answerHeaders, cloneResponse, readResponse] = take(
  Response,
  'status',
  'statusText',
  'headers',
  'clone',
  'text',
)
const [header] = take(Headers, 'get')
const [isAborted] = take(AbortSignal, 'aborted')
const [spellOut] = take(URLSearchParams, 'toString')

const readable = /json|^text\/html/i

export function tapFetch(track: Track): void {
  wrapMethod(window, 'fetch', (run, _self, { 0: input, 1: init }) => {
    const asked = quietly(() => recognise(input, init))
    if (!asked) return run()
    const { tracked, signal } = asked
    return follow(
      run,
      (response) => read(tracked, response),
      (reason) => tracked.fail(quietly(isAborted, signal) ? 'abort' : 'network', messageOf(reason)),
    )
  })

  /** Looks at own data properties and at the browser's own objects, never through getters of the page. */
  function recognise(input: unknown, init: unknown) {
    const made = isObject(input) ? quietly(urlOf, input) : undefined
    const said = <T>(name: string, inRequest: (request: unknown) => T) =>
      ownValue(init, name) ?? (made === undefined ? undefined : inRequest(input))
    if (!isPost(said('method', methodOf))) return undefined
    const url = made ?? (isObject(input) ? quietly(hrefOf, input) : input)
    // What is inside of a Request could only be read with patience, and is not.
    const given = ownValue(init, 'body')
    const body = quietly(spellOut, given) ?? given
    const tracked = track(url, eventHeader(said('headers', headersOf)), body)
    if (!tracked) return undefined
    return { tracked, signal: said('signal', signalOf) }
  }

  function read(tracked: Tracked, response: unknown) {
    tracked.arrived()
    const headers = answerHeaders(response)
    const finish = (text?: string) =>
      tracked.finish(statusOf(response), statusTextOf(response), (name) => header(headers, name), text)
    if (!exec(readable, header(headers, 'content-type') ?? '')) return finish()
    settle(
      readResponse(cloneResponse(response)),
      (text) => quietly(finish, text as string),
      (reason) => quietly(() => tracked.fail('network', messageOf(reason))),
    )
  }
}

/** Headers are the browser's own object, or a plain one spelled as the runtime spells it. */
const eventHeader = (headers: unknown): string | undefined =>
  stringOf(quietly(() => header(headers, EVENT_HEADER)) ?? ownValue(headers, EVENT_HEADER))
