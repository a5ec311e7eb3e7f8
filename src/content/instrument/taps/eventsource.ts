/** Sees the frames that djust's event streams bring. What the page sends beside them are requests. */
import { eventStream } from '../classify.ts'
import { connectionOf, watchConnection } from '../connection.ts'
import { replaceConstructor, watchMethod } from '../disguise.ts'
import { take } from '../pristine.ts'
import type { Site } from '../site.ts'

const [urlOf] = take(EventSource, 'url')

export function tapEventSource(site: Site): void {
  replaceConstructor('EventSource', (source: EventSource) =>
    watchConnection(site, 'sse', source, urlOf(source), eventStream),
  )
  // No event tells that the page itself closed a stream.
  watchMethod(EventSource.prototype, 'close', (source) => connectionOf(source)?.closed())
}
