/** A request over HTTP and its answer as an entry of a HAR file. */
import type { Body } from '../../protocol/facts.ts'
import type { RequestEntry } from './har-entries.ts'
import { mimeOf, requestPart, responsePart, timed } from './har-parts.ts'
import { djustFields, type RowOf } from './har-verdict.ts'

export function requestEntry(entry: RequestEntry, rowOf: RowOf): object {
  const { document, request, answer, at } = entry
  const asked = requestPart(request?.method ?? 'POST', request?.url, document, request?.body.bytes ?? -1)
  // Of all headers it is the one that was seen.
  if (request?.event !== undefined) asked.headers.push({ name: 'X-Djust-Event', value: request.event })
  const told = request?.body ?? (answer?.type === 'response' ? answer.body : undefined)
  return {
    ...timed(document, at, phases(entry)),
    request: request ? { ...asked, postData: postData(request.body) } : asked,
    response: responseOf(entry, rowOf),
    _resourceType: 'fetch',
    ...(told ? { _djust: djustFields(told, rowOf) } : {}),
    ...(request ? {} : { comment: 'Its request was not seen, only the answer.' }),
  }
}

function phases({ at, answer }: RequestEntry) {
  if (answer?.type === 'response')
    return { wait: answer.headers - at, receive: answer.at - Math.max(answer.headers, at) }
  return { wait: answer ? answer.at - at : 0, receive: 0 }
}

function responseOf({ answer }: RequestEntry, rowOf: RowOf): object {
  if (answer?.type === 'response') {
    const { status, statusText, body } = answer
    const content = {
      size: body.bytes,
      mimeType: mimeOf(body),
      text: body.text,
      ...(body.encoding ? { encoding: body.encoding } : {}),
    }
    return { ...responsePart(status, statusText, content, body.bytes), _djust: djustFields(body, rowOf) }
  }
  const _error = answer ? `${answer.reason}: ${answer.message}` : 'No answer was seen.'
  return { ...responsePart(0, '', { size: 0, mimeType: 'x-unknown' }, -1), _error }
}

/** The format has no encoding for what was posted; `_djust` says that it is base64. */
function postData(body: Body) {
  return { mimeType: mimeOf(body), text: body.text }
}
