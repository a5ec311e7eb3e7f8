/** What fetch and XMLHttpRequest have in common: which requests are djust's, and the facts that tell of one. */
import type { Arrival } from './arrivals.ts'
import { apiHandler, isCallBody, isEvent, posted, serverFunction } from './classify.ts'
import { sized } from './copier.ts'
import { exec, indexOf, ownValue, quietly, slice, stringOf } from './pristine.ts'
import { baseOf, findAll, getAttribute, hrefOf, now, PristineURL, pathOf } from './pristine-dom.ts'
import { linksOf } from './running.ts'
import type { Site } from './site.ts'

/** A request of djust's under way. */
export interface Tracked {
  /** The headers of the answer are there. */
  arrived(): void
  /** `text`: what could be read as text. */
  finish(
    status: number,
    statusText: string,
    header: (name: string) => string | null,
    text: string | undefined,
  ): void
  fail(reason: 'network' | 'abort', message: string): void
}

/**
 * Follows a POST if it is djust's; all others cost one look at their URL. Called in the same breath as the page's own call,
 * so that the request is linked to what is running. `event`: the `X-Djust-Event` header.
 */
export type Track = (url: unknown, event: string | undefined, body: unknown) => Tracked | undefined

const DEFAULT_PREFIX = '/djust/api/'
const PREFIX_META = 'meta[name=djust-api-prefix]'
/** As the runtime spells it. */
export const EVENT_HEADER = 'X-Djust-Event'
/** `Server-Timing`: the duration named `app`, or else the first. */
const appTime = /(?:^|,)\s*app\b[^,]*;\s*dur="?([\d.]+)/
const anyTime = /;\s*dur="?([\d.]+)/
const unslashed = /.*[^/]/
const post = /^post$/i

/** djust only ever posts, so everything else is let go at once. */
export const isPost = (method: unknown) => !!exec(post, stringOf(method) as string)

export function trackRequests(site: Site): Track {
  const { report, running, redact, copy } = site
  let ids = 0

  /** Where the page says its api lives (djust-wire 4.1), absolute and with a slash at its end. */
  function apiPrefix(base: string): string {
    const prefix =
      stringOf(ownValue(site.djust, 'apiPrefix')) ??
      quietly(() => getAttribute(findAll(document, PREFIX_META)[0], 'content'))
    const href = hrefOf(new PristineURL(prefix || DEFAULT_PREFIX, base))
    return `${exec(unslashed, href)?.[0]}/`
  }

  function apiPurpose(href: string, path: string, base: string, body: unknown) {
    const prefix = apiPrefix(base)
    const inside = !indexOf(href, prefix)
    // What ends like a call elsewhere than in the api has to be one by who sends it, or by its body.
    if (exec(serverFunction, path)) return inside || running.call || isCallBody(body) ? 'call' : undefined
    return inside && exec(apiHandler, slice(href, prefix.length)) ? 'api' : undefined
  }

  return (asked, event, body) => {
    if (typeof asked !== 'string') return undefined
    const base = baseOf(document)
    const location = new PristineURL(asked, base)
    const href = hrefOf(location)
    const path = pathOf(location)
    const session = exec(posted, path)?.[1]
    const purpose = event !== undefined ? 'event' : session ? 'message' : apiPurpose(href, path, base, body)
    if (!purpose) return undefined

    site.renew()
    const { call: calling } = running
    const calls = event === undefined && !session
    if (calling && calls) calling.sent = true
    const call = calling?.id
    const connection = site.sessions[session ?? '']
    const links = linksOf(running, site.triggers, () => !calls && (event !== undefined || isEvent(body)))
    const url = redact(href)
    const request = ids++
    const at = now()
    let headers = at
    let arrival: Arrival | undefined
    const method = 'POST'
    quietly(() => {
      const data = copy.copyOf(body, !!session)
      report(
        { type: 'request', request, purpose, method, url, event, connection, call, ...links, body: data },
        at,
      )
    })
    return {
      arrived() {
        headers = now()
        // The page applies it like a frame.
        if (purpose === 'event') arrival = site.arrivals.expect()
        else site.tellFrame('?')
      },
      finish(status, statusText, header, text) {
        const timing = header('server-timing') ?? ''
        const time = exec(appTime, timing) ?? exec(anyTime, timing)
        const server = time ? +(time[1] as string) : undefined
        const body = text === undefined ? sized(header('content-length')) : copy.text(text, false, true)
        const frame = report({ type: 'response', request, status, statusText, headers, server, body })
        if (arrival) site.arrivals.complete(arrival, frame)
        else site.tellFrame(`?${frame}`)
      },
      fail(reason, message) {
        report({ type: 'request-failed', request, reason, message: redact(message) })
      },
    }
  }
}
