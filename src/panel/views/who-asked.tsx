/** Who asked for an exchange: the element and the user's event on it, and what was asked with which arguments. */
import type { Exchange } from '../../core/exchange.ts'
import { argumentsOf } from './arguments.ts'

const CERTAINTY = {
  'same-task': '',
  recent: ' (the last thing a person did, within a second before)',
  runtime: ' (named by the runtime)',
} as const

export function WhoAsked({ row }: { row: Exchange }) {
  const { trigger, kind, name, view, transport, frame } = row
  return (
    <>
      <p>
        {trigger ? (
          <>
            <code>{trigger.element}</code>
            {/* A click by script is no event of a person. */}
            {trigger.event && ` · ${trigger.event}`}
            {CERTAINTY[trigger.certainty]}
          </>
        ) : (
          <span class="quiet">{kind === 'push' ? bySource(row) : 'Not observed'}</span>
        )}
        {kind !== 'push' && (
          <>
            {' → '}
            <code>
              {name}({argumentsOf(row)})
            </code>
          </>
        )}
      </p>
      <p class="quiet">
        {view && (
          <>
            <bdi>{view}</bdi> ·{' '}
          </>
        )}
        over {TRANSPORTS[transport]}
        {frame === 0 ? '' : ` · frame ${frame}`}
      </p>
    </>
  )
}

const TRANSPORTS = { http: 'HTTP', ws: 'WebSocket', sse: 'SSE', none: 'no transport' } as const

function bySource({ source }: Exchange): string {
  return source ? `The server spoke first: ${source}` : 'The server spoke first'
}
