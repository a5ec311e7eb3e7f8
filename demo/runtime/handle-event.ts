/** Sends an event to the live view: by socket, or by one POST when there is none (djust-wire 3.2). */

import type { ServerFrame } from '../../src/protocol/wire.ts'
import { csrfToken } from './call.ts'
import { djust, type Params, viewRoot } from './djust.ts'
import { announceFailure } from './failure.ts'
import { type Rendering, renderReply } from './render-frame.ts'

/** Settles with the frame that answered, or with null: when HTTP carried it, or when it failed and the page was told. */
export async function handleEvent(
  event: string,
  params: Params = {},
  trigger: Element | null = null,
): Promise<ServerFrame | null> {
  const live = () => djust().liveViewInstance
  // An event on a page that is still opening its socket would be forgotten by the mount that follows.
  if (live()?.ws?.readyState === WebSocket.CONNECTING || isMounting()) await live()?.settled
  const sent = live()?.sendEvent(event, params, trigger)
  if (sent) return sent
  try {
    await post(event, params)
  } catch (problem) {
    console.warn(`[djust] ${event} could not be sent`, problem)
    announceFailure({ outcome: 'not_sent', error: 'Not connected', event })
  }
  return null
}

function isMounting(): boolean {
  const live = djust().liveViewInstance
  return live?.ws?.readyState === WebSocket.OPEN && !live.viewMounted
}

async function post(event: string, params: Params): Promise<void> {
  const response = await fetch(location.href, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-CSRFToken': csrfToken(),
      'X-Djust-Event': event,
      'X-Djust-Page': viewRoot()?.dataset['page'] ?? '',
    },
    body: JSON.stringify(params),
  })
  if (response.ok) return renderReply((await response.json()) as Rendering)
  const reply = (await response.json().catch(() => ({}))) as { message?: unknown; error?: unknown }
  const error = String(reply.message ?? reply.error ?? `the server answered ${response.status}`)
  console.error(`[djust] ${event} failed: ${response.status} ${error}`)
  announceFailure({ outcome: 'refused', error, event })
}
