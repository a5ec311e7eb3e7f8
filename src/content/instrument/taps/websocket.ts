/** Sees every frame of djust's sockets, both ways, before the runtime does. */
import { isLiveSocket } from '../classify.ts'
import { connectionOf, watchConnection } from '../connection.ts'
import { replaceConstructor, watchMethod } from '../disguise.ts'
import { take } from '../pristine.ts'
import { addEventListener, closeCode, closeReason, PristineURL, pathOf, trusting } from '../pristine-dom.ts'
import type { Site } from '../site.ts'

const [urlOf] = take(WebSocket, 'url')

export function tapWebSocket(site: Site): void {
  replaceConstructor('WebSocket', (socket: WebSocket) => {
    const url = urlOf(socket)
    const known = isLiveSocket(pathOf(new PristineURL(url)))
    const connection = watchConnection(site, 'ws', socket, url, known)
    const close = trusting((event) => connection.closed(closeCode(event), closeReason(event)))
    addEventListener(socket, 'close', close)
  })
  watchMethod(WebSocket.prototype, 'send', (socket, { 0: data }) => connectionOf(socket)?.sent(data))
}
