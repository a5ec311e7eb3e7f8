/** Sees every frame of djust's sockets, both ways, before the runtime does. */
import { liveSocket } from '../classify.ts'
import { connectionOf, watchConnection } from '../connection.ts'
import { replaceConstructor, watchMethod } from '../disguise.ts'
import { take } from '../pristine.ts'
import type { Site } from '../site.ts'

const [urlOf] = take(WebSocket, 'url')

export function tapWebSocket(site: Site): void {
  replaceConstructor('WebSocket', (socket: WebSocket) =>
    watchConnection(site, 'ws', socket, urlOf(socket), liveSocket),
  )
  watchMethod(WebSocket.prototype, 'send', (socket, { 0: data }) => connectionOf(socket)?.sent(data))
}
