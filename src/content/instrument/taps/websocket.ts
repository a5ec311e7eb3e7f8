/** Sees every frame of djust's sockets, both ways, before the runtime does. */
import { isLiveSocket } from '../classify.ts'
import { type Connection, watchConnection } from '../connection.ts'
import { replaceConstructor, watchMethod } from '../disguise.ts'
import { PristineWeakMap, take, weakGet, weakSet } from '../pristine.ts'
import { addEventListener, closeCode, closeReason, PristineURL, pathOf, trusting } from '../pristine-dom.ts'
import type { Site } from '../site.ts'

const [urlOf] = take(WebSocket, 'url')

export function tapWebSocket(site: Site): void {
  const connections = new PristineWeakMap<object, Connection>()

  replaceConstructor('WebSocket', (socket: WebSocket) => {
    const url = urlOf(socket)
    const known = isLiveSocket(pathOf(new PristineURL(url)))
    const connection = watchConnection(site, { transport: 'ws', target: socket, url, known })
    weakSet(connections, socket, connection)
    const close = trusting((event) => connection.closed(closeCode(event), closeReason(event)))
    addEventListener(socket, 'close', close)
  })
  watchMethod(WebSocket.prototype, 'send', (socket, { 0: data }) => weakGet(connections, socket)?.sent(data))
}
