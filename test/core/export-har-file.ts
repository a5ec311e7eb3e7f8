/** What a HAR 1.2 file must have by the specification, and what Chrome's importer reads beside it. */
import * as v from 'valibot'

const text = v.string()
const number = v.number()
const size = v.pipe(number, v.integer(), v.minValue(-1))
const spent = v.pipe(number, v.minValue(0))
const unobserved = v.pipe(number, v.minValue(-1))
/** What `new Date` reads, as Chrome does: one that it does not read loses the whole file. */
const moment = v.pipe(text, v.isoTimestamp())
const pairs = v.array(v.object({ name: text, value: text }))
const message = v.object({
  type: v.picklist(['send', 'receive']),
  time: number,
  data: text,
  opcode: v.exactOptional(v.picklist([1, 2])),
  _djust: v.object({ bytes: number, exchange: text }),
})

/** HAR 1.2: everything that is not optional there, and what Chrome adds. */
const entry = v.object({
  pageref: text,
  startedDateTime: moment,
  time: spent,
  request: v.object({
    method: text,
    url: v.pipe(text, v.url()),
    httpVersion: text,
    cookies: pairs,
    headers: pairs,
    queryString: pairs,
    postData: v.exactOptional(v.object({ mimeType: text, text })),
    headersSize: size,
    bodySize: size,
  }),
  response: v.object({
    status: number,
    statusText: text,
    httpVersion: text,
    cookies: pairs,
    headers: pairs,
    content: v.object({ size, mimeType: text, text: v.exactOptional(text), encoding: v.exactOptional(text) }),
    redirectURL: text,
    headersSize: size,
    bodySize: size,
    _transferSize: spent,
    _error: v.exactOptional(text),
  }),
  cache: v.object({}),
  timings: v.object({
    blocked: unobserved,
    dns: unobserved,
    connect: unobserved,
    ssl: unobserved,
    send: spent,
    wait: spent,
    receive: spent,
  }),
  _resourceType: v.picklist(['fetch', 'websocket', 'eventsource']),
  _webSocketMessages: v.exactOptional(v.array(message)),
  _eventSourceMessages: v.exactOptional(v.array(message)),
  _djust: v.exactOptional(v.looseObject({})),
  comment: v.exactOptional(text),
})
export const harFile = v.object({
  log: v.object({
    version: v.literal('1.2'),
    creator: v.object({ name: text, version: text }),
    pages: v.array(
      v.object({
        id: text,
        title: text,
        startedDateTime: moment,
        pageTimings: v.object({ onContentLoad: unobserved, onLoad: unobserved }),
      }),
    ),
    entries: v.array(entry),
  }),
})
