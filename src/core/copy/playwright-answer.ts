/** How a Playwright test knows that the answer has come: by the socket's frames, or by the response. */
import type { Exchange } from '../exchange.ts'
import { pathOf } from './absolute-url.ts'
import type { CopyContext } from './copy-format.ts'
import type { LiteralWriter } from './literal.ts'

export interface Answer {
  /** Lines before the page is opened. */
  before: string[]
  /** Lines once it is open. */
  opened: string[]
  /** An expression: a promise of the answer. */
  awaited: string
}

/** Where the runtime connects unless it is told otherwise (djust-wire 2.1). */
const SOCKET = '/ws/live/'

export function answerOf(exchange: Exchange, context: CopyContext, writer: LiteralWriter): Answer {
  if (exchange.transport === 'ws') return byFrame(exchange, context, writer)
  const told =
    exchange.kind === 'dispatch' && exchange.transport === 'http'
      ? `response.request().headers()['x-djust-event'] === ${writer.text(exchange.name)}`
      : `new URL(response.url()).pathname.endsWith(${writer.text(endOf(exchange, context))})`
  return { before: [], opened: [], awaited: `page.waitForResponse((response) => ${told})` }
}

/** A stream's session is another one each time. */
function endOf({ transport }: Exchange, { url }: CopyContext): string {
  const path = pathOf(url).split('?', 1)[0] ?? ''
  return transport === 'sse' ? `/${path.split('/').filter(Boolean).at(-1) ?? ''}/` : path
}

/** An answer carries a ref, or names the event, or is an error, which may do neither (djust-wire 2.5). */
function byFrame({ name }: Exchange, { socket }: CopyContext, writer: LiteralWriter): Answer {
  const path = pathOf(socket ?? SOCKET).split('?', 1)[0] ?? SOCKET
  return {
    before: [
      `const connecting = page.waitForEvent('websocket', (socket) => new URL(socket.url()).pathname === ${writer.text(path)})`,
    ],
    opened: [
      'const socket = await connecting',
      'const isAnswer = (frame: { payload: string | Buffer }) => {',
      '  const said = JSON.parse(frame.payload.toString())',
      `  return said.ref !== undefined || said.event_name === ${writer.text(name)} || said.type === 'error'`,
      '}',
    ],
    awaited: "socket.waitForEvent('framereceived', isAnswer)",
  }
}
