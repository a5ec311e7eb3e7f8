/** A connection as an entry of a HAR file: a socket with its messages as Chrome writes and reads them, or an event stream with its own. */
import type { ConnectionEntry, Message } from './har-entries.ts'
import { requestPart, responsePart, timed } from './har-parts.ts'
import { djustFields, type RowOf } from './har-verdict.ts'

/** RFC 6455, section 5.2. */
const OPCODES = { text: 1, binary: 2 }

/** A chunk for what stands around the messages, then one for each, then one for the end. */
export function* connectionChunks(entry: ConnectionEntry, rowOf: RowOf): Generator<string, undefined> {
  const { transport, messages, document } = entry
  const field = transport === 'ws' ? '_webSocketMessages' : '_eventSourceMessages'
  yield `${JSON.stringify(entryOf(entry)).slice(0, -1)},"${field}":[`
  for (const [index, message] of messages.entries()) {
    const written = transport === 'ws' ? socketMessage(message) : streamMessage(message)
    const time = (document.origin + message.at) / 1000
    const said = { ...written, time, data: message.body.text, _djust: djustFields(message.body, rowOf) }
    yield `${index === 0 ? '' : ','}${JSON.stringify(said)}`
  }
  yield ']}'
  return undefined
}

export function countConnectionChunks({ messages }: ConnectionEntry): number {
  return messages.length + 2
}

/** `time` is seconds since 1970, as in Chrome. */
function socketMessage({ type, body }: Message) {
  return { type: directionOf(type), opcode: body.encoding ? OPCODES.binary : OPCODES.text }
}

/** djust names no event and gives no id (djust-wire 3.1). */
function streamMessage({ type }: Message) {
  return { type: directionOf(type), eventName: 'message', eventId: '' }
}

function directionOf(type: Message['type']): 'send' | 'receive' {
  return type === 'frame-out' ? 'send' : 'receive'
}

function entryOf(entry: ConnectionEntry): object {
  const { document, at, connection, transport, opened, closed, messages } = entry
  const received = messages.reduce((sum, { type, body }) => sum + (type === 'frame-in' ? body.bytes : 0), 0)
  const last = closed?.at ?? messages.at(-1)?.at ?? at
  return {
    ...timed(document, at, { wait: 0, receive: last - at }),
    request: requestPart('GET', opened?.url, document, 0),
    response:
      transport === 'ws'
        ? responsePart(101, 'Switching Protocols', { size: 0, mimeType: 'x-unknown' }, received)
        : responsePart(200, 'OK', { size: received, ...streamContent(messages) }, received),
    // Chrome's newer readers take the standard's own `connection` for a port.
    _connectionId: `${document.doc}/${connection}`,
    _resourceType: transport === 'ws' ? 'websocket' : 'eventsource',
    _djust: { closed: closed ? { code: closed.code, reason: closed.reason } : false },
    ...(opened ? {} : { comment: 'It was opened before anyone watched, so its address is not known.' }),
  }
}

/** The stream as text, because no reader shows the messages of one. */
function streamContent(messages: readonly Message[]) {
  const incoming = messages.filter(({ type }) => type === 'frame-in')
  const text = incoming.map(({ body }) => `${lines(body.text)}\n\n`).join('')
  return { mimeType: 'text/event-stream', text }
}

/** Each line of the data is a line of the stream. */
function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`)
    .join('\n')
}
