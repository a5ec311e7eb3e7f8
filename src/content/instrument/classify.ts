/** Tells what is djust's by its path and its body (djust-wire 1.9, 3, 4.1; prefixes and paths drift, section 9). */
import { ownKeys, ownValue, parse, quietly, stringOf } from './pristine.ts'

export const liveSocket = /\/ws\/live\/$/
/** The session id in an event stream's path. */
export const eventStream = /\/sse\/([^/]+)\/$/
/** The session id in the path of a POST that belongs to an event stream. */
export const posted = /\/sse\/([^/]+)\/(?:message|event)\/$/
export const serverFunction = /\/call\/[^/]+\/[^/]+\/$/
/** What stands behind the api's prefix. */
export const apiHandler = /^[^/?#]+\/[^/?#]+\/(?:[?#]|$)/

/** What a text holds as JSON; nothing for anything else. */
export const readJson = (text: unknown): unknown => quietly(() => parse(stringOf(text) as string))

/** Whether a frame is an event itself: nothing else that the runtime sends has an `event`, and older versions gave it no type. */
export const isEvent = (frame: unknown): boolean => !!stringOf(ownValue(readJson(frame), 'event'))

/** The body of a server function's request: an object with `params` and nothing else. */
export const isCallBody = (text: unknown): boolean | undefined =>
  quietly(() => {
    const keys = ownKeys(readJson(text) as object)
    return keys.length === 1 && keys[0] === 'params'
  })
