/** The parts that every entry of a HAR file has. */
import type { Body } from '../../protocol/facts.ts'
import { absoluteUrl } from '../copy/absolute-url.ts'
import type { DocumentInfo } from '../exchange.ts'
import { isoTime } from './iso-time.ts'

/** Nobody outside of the browser sees it. */
const PROTOCOL = 'unknown'
/** Of what was not seen being opened. Readers need an address. */
const NOWHERE = 'about:blank'

export interface Timings {
  /** ms. The format knows no “not observed” for them: they may not be negative, so what was not seen is 0. */
  wait: number
  receive: number
}

/** The others are observed by nobody but the browser, which the format writes as -1. */
export function timed({ origin, doc }: DocumentInfo, at: number, { wait, receive }: Timings) {
  const [waited, received] = [Math.max(wait, 0), Math.max(receive, 0)]
  return {
    pageref: doc,
    startedDateTime: isoTime(origin + at),
    time: waited + received,
    cache: {},
    timings: { blocked: -1, dns: -1, ssl: -1, connect: -1, send: 0, wait: waited, receive: received },
  }
}

export function requestPart(
  method: string,
  url: string | undefined,
  { url: page }: DocumentInfo,
  bodySize: number,
) {
  const address = url === undefined ? NOWHERE : (absoluteUrl(url, page).split('#', 1)[0] ?? '')
  return {
    method,
    url: address,
    httpVersion: PROTOCOL,
    cookies: [],
    headers: [] as { name: string; value: string }[],
    queryString: queryOf(address),
    headersSize: -1,
    bodySize,
  }
}

/** `_transferSize` is what Chrome shows as the size. */
export function responsePart(status: number, statusText: string, content: object, bodySize: number) {
  return {
    status,
    statusText,
    httpVersion: PROTOCOL,
    cookies: [],
    headers: [],
    content,
    redirectURL: '',
    headersSize: -1,
    bodySize,
    _transferSize: Math.max(bodySize, 0),
  }
}

/** djust speaks JSON; `x-unknown` is what Chrome writes where no header told. */
export function mimeOf({ text, encoding }: Body): string {
  return encoding === undefined && /^\s*[{[]/.test(text) ? 'application/json' : 'x-unknown'
}

function queryOf(url: string): { name: string; value: string }[] {
  const query = url.split('?').slice(1).join('?')
  const pairs = query.split('&').filter((pair) => pair !== '')
  return pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name: decoded(name), value: decoded(value.join('=')) }
  })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}
