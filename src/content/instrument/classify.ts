/** Tells which URLs are djust's (djust-wire 1.9, 3, 4.1; prefixes and paths drift, section 9). Pure: paths in, answers out. */
import { exec, ownKeys, ownValue, parse, quietly, slice, stringOf } from './pristine.ts'

const LIVE = /\/ws\/live\/$/
const STREAM = /\/sse\/([^/]+)\/$/
const POSTED = /\/sse\/([^/]+)\/(?:message|event)\/$/
const CALL = /\/call\/[^/]+\/[^/]+\/$/
const HANDLER = /^[^/?#]+\/[^/?#]+\/(?:[?#]|$)/

export const isLiveSocket = (path: string) => !!exec(LIVE, path)
/** The session id of an event stream's path. */
export const streamSession = (path: string) => exec(STREAM, path)?.[1]
/** The session id of a POST that belongs to an event stream. */
export const postedSession = (path: string) => exec(POSTED, path)?.[1]

/**
 * `maybe`: a path that ends like a call, but elsewhere than the api; the body has to agree. `url` and `prefix` are absolute;
 * `path` is the path of `url`.
 */
export function classifyApi(url: string, path: string, prefix: string): 'call' | 'api' | 'maybe' | undefined {
  const inside = slice(url, 0, prefix.length) === prefix
  if (exec(CALL, path)) return inside ? 'call' : 'maybe'
  return inside && exec(HANDLER, slice(url, prefix.length)) ? 'api' : undefined
}

/** What a text holds as JSON; nothing for anything else. */
export const readJson = (text: unknown): unknown => quietly(() => parse(stringOf(text) as string))

/** Whether a frame is an event itself: nothing else that the runtime sends has an `event`, and older versions gave it no type. */
export const isEvent = (frame: unknown): boolean => !!stringOf(ownValue(readJson(frame), 'event'))

/** The body of a server function's request: an object with `params` and nothing else. */
export const isCallBody = (text: unknown): boolean =>
  quietly(() => {
    const keys = ownKeys(readJson(text) as object)
    return keys.length === 1 && keys[0] === 'params'
  }) ?? false
