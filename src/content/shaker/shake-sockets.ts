/** Holds the frames that carry dispatches before they go. Frames of one socket keep their order: on a real line nothing overtakes there. */
import { liveSocket } from '../instrument/classify.ts'
import { eventOf } from './recognise.ts'
import type { Shaking } from './shake-requests.ts'
import { asIf } from './tools.ts'

const OPEN = 1

type Prototype = Pick<WebSocket, 'send' | 'close'>

/** Stand-ins for the methods of all sockets. */
export function shakeSockets(
  view: Window & typeof globalThis,
  shaking: () => Shaking | undefined,
): Prototype {
  const { send, close } = view.WebSocket.prototype

  function shake(socket: WebSocket, data: unknown, go: () => void): void {
    const now = shaking()
    const line = now?.dispatches && isHeld(view, socket) ? now.lines.of(socket) : undefined
    const name = line && eventOf(data)
    if (!now || !line || (name === undefined && line.isEmpty())) {
      go()
      return
    }
    const { tools, lines, number } = now
    const { dispatch } = tools.running
    lines.holdSending(line, name === undefined ? undefined : number('dispatch', name), (tell) => {
      asIf(tools, dispatch, go)
      tell(tools)
    })
  }

  return {
    send: new Proxy(send, {
      apply(target, socket: WebSocket, [data, ...rest]: unknown[]) {
        const kept = isBytes(view, data) ? view.structuredClone(data) : data
        return shake(socket, data, () => Reflect.apply(target, socket, [kept, ...rest]))
      },
    }),
    close: new Proxy(close, {
      apply(target, socket: WebSocket, args) {
        // The last word of a socket comes last.
        shaking()?.lines.of(socket).flush()
        return Reflect.apply(target, socket, args)
      },
    }),
  }
}

/** What a socket that is not open would do with it is its own affair. */
function isHeld(view: Window & typeof globalThis, { url, readyState }: WebSocket): boolean {
  return readyState === OPEN && liveSocket.test(new view.URL(url).pathname)
}

/** What the page may change while it is held. */
function isBytes(view: Window & typeof globalThis, data: unknown): boolean {
  return data instanceof view.ArrayBuffer || view.ArrayBuffer.isView(data)
}
