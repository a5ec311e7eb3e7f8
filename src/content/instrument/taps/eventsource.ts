/** Sees the frames that djust's event streams bring. What the page sends beside them are requests. */
import { streamSession } from '../classify.ts'
import { connectionOf, watchConnection } from '../connection.ts'
import { replaceConstructor, watchMethod } from '../disguise.ts'
import { take } from '../pristine.ts'
import { addEventListener, PristineURL, pathOf, trusting } from '../pristine-dom.ts'
import type { Site } from '../site.ts'

const [urlOf, readyStateOf] = take(EventSource, 'url', 'readyState')
const CLOSED = 2

export function tapEventSource(site: Site): void {
  replaceConstructor('EventSource', (source: EventSource) => {
    const url = urlOf(source)
    const session = streamSession(pathOf(new PristineURL(url)))
    const connection = watchConnection(site, 'sse', source, url, !!session, session)
    const fail = trusting(() => readyStateOf(source) === CLOSED && connection.closed())
    addEventListener(source, 'error', fail)
  })
  // No event tells that the page itself closed a stream.
  watchMethod(EventSource.prototype, 'close', (source) => connectionOf(source)?.closed())
}
