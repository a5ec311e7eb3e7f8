/**
 * Events that go to the server over HTTP, for no socket takes them. Refuses one or two of them, which go that way while a socket
 * connects anew.
 */
import { formatCount } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { idsOf } from '../targets.ts'

const ENOUGH = 3

export const httpFallback: AdviceRule = {
  id: 'http-fallback',
  title: 'Events over HTTP',
  find(rows) {
    const posted = rows.filter(({ kind, transport }) => kind === 'dispatch' && transport === 'http')
    const [first] = posted
    if (!first || posted.length < ENOUGH) return []
    const names = [...new Set(posted.map(({ name }) => quote(name)))].slice(0, 3)
    return [
      {
        rule: 'http-fallback',
        subject: 'the page',
        says: `${formatCount(posted.length)} events went over HTTP instead of the socket: ${names.join(', ')}.`,
        rows: idsOf(posted),
        certainty: 'sure',
        because:
          'They were posted with the X-Djust-Event header. One or two such posts are usual while a socket connects anew.',
        fix: {
          says: 'Let the socket mount the view: its module must be allowed, dj-view must name it, and the server must route the socket.',
          python: block(
            '# settings.py',
            'LIVEVIEW_ALLOWED_MODULES = ["app.views"]  # the module of the view',
            '',
            '# asgi.py',
            'URLRouter([path("ws/live/", LiveViewConsumer.as_asgi())])',
          ),
          html: '<div dj-root dj-view="app.views.TheView">',
        },
      },
    ]
  },
}
