/** What fetch and XMLHttpRequest have in common: which requests are djust's, and the facts that tell of one. */
import type { Body } from '../../protocol/facts.ts'
import type { Arrival } from './arrivals.ts'
import { classifyApi, isCallBody, postedSession } from './classify.ts'
import { exec, mapGet, ownValue, quietly } from './pristine.ts'
import { baseOf, findAll, getAttribute, hrefOf, now, PristineURL, pathOf } from './pristine-dom.ts'
import { linksOf } from './running.ts'
import type { Site } from './site.ts'

/** What is known of a POST before it is sent. */
interface Posting {
  url: unknown
  /** The `X-Djust-Event` header. */
  event: string | undefined
  body: unknown
}

interface Answer {
  status: number
  statusText: string
  /** The `Server-Timing` header. */
  timing: string | null
  body: Body
}

/** A request of djust's under way. */
export interface Tracked {
  /** What it carries is known. */
  sent(body: Body): void
  /** The headers of the answer are there. */
  headers(): void
  finish(answer: Answer): void
  fail(reason: 'network' | 'abort', message: string): void
}

/**
 * Follows a POST if it is djust's; all others cost one look at their URL. Called in the same breath as the page's own call,
 * so that the request is linked to what is running.
 */
export type Track = (posting: Posting) => Tracked | undefined

const DEFAULT_PREFIX = '/djust/api/'
const PREFIX_META = 'meta[name=djust-api-prefix]'
/** As the runtime spells it. */
export const EVENT_HEADER = 'X-Djust-Event'
/** `Server-Timing`: the duration named `app`, or else the first. */
const appTime = /(?:^|,)\s*app\b[^,]*;\s*dur="?([\d.]+)/
const anyTime = /;\s*dur="?([\d.]+)/
const post = /^post$/i

/** djust only ever posts, so everything else is let go at once. */
export const isPost = (method: unknown) => typeof method === 'string' && !!exec(post, method)

export function trackRequests(site: Site): Track {
  const { report, running, redact } = site
  let ids = 0

  /** Where the page says its api lives (djust-wire 4.1), absolute and with a slash at its end. */
  function apiPrefix(base: string): string {
    const own = ownValue(site.djust, 'apiPrefix')
    const prefix =
      typeof own === 'string'
        ? own
        : quietly(() => getAttribute(findAll(document, PREFIX_META)[0], 'content'))
    const href = hrefOf(new PristineURL(prefix || DEFAULT_PREFIX, base))
    return href[href.length - 1] === '/' ? href : `${href}/`
  }

  function apiPurpose(href: string, path: string, base: string, body: unknown) {
    const api = classifyApi(href, path, apiPrefix(base))
    if (api !== 'maybe') return api
    return running.call !== undefined || (typeof body === 'string' && isCallBody(body)) ? 'call' : undefined
  }

  return ({ url: asked, event, body }) => {
    if (typeof asked !== 'string') return undefined
    const base = baseOf(document)
    const location = new PristineURL(asked, base)
    const href = hrefOf(location)
    const path = pathOf(location)
    const session = postedSession(path)
    const purpose = event !== undefined ? 'event' : session ? 'message' : apiPurpose(href, path, base, body)
    if (!purpose) return undefined

    site.renew()
    const { call } = running
    const connection = mapGet(site.sessions, session ?? '')
    const links = linksOf(running, site.triggers)
    const url = redact(href)
    const request = ids++
    const at = now()
    let headers = at
    let arrival: Arrival | undefined
    return {
      sent(body) {
        const method = 'POST'
        report(
          { type: 'request', request, purpose, method, url, event, connection, call, ...links, body },
          at,
        )
      },
      headers() {
        headers = now()
        // The page applies it like a frame.
        if (purpose === 'event') arrival = site.arrivals.expect()
      },
      finish({ status, statusText, timing, body }) {
        const time = exec(appTime, timing ?? '') ?? exec(anyTime, timing ?? '')
        const server = time ? +(time[1] as string) : undefined
        const frame = report({ type: 'response', request, status, statusText, headers, server, body })
        if (arrival) site.arrivals.complete(arrival, frame)
      },
      fail(reason, message) {
        report({ type: 'request-failed', request, reason, message: redact(message) })
      },
    }
  }
}
