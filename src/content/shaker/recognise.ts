/** Which requests are calls, which carry a dispatch, and which are none of ours: by the same paths as the instrument. */
import { apiHandler, isEvent, posted, readJson, serverFunction } from '../instrument/classify.ts'

export type Asked =
  | { kind: 'call'; name: string }
  /** `line`: those of one line keep their order among each other. `name` is absent for what only must not overtake. */
  | { kind: 'dispatch'; name: string | undefined; line: string }

type View = Window & typeof globalThis

export function recogniseRequest(
  view: View,
  input: unknown,
  init: RequestInit | undefined,
): Asked | undefined {
  const request = input instanceof view.Request ? input : undefined
  if (!request && typeof input !== 'string' && !(input instanceof view.URL)) return undefined
  if (!/^post$/i.test(init?.method ?? request?.method ?? '')) return undefined
  const { href, pathname } = new view.URL(request?.url ?? String(input), view.document.baseURI)
  const event = new view.Headers(init?.headers ?? request?.headers).get('X-Djust-Event')
  if (event !== null) return { kind: 'dispatch', name: event, line: 'fallback' }
  const session = posted.exec(pathname)?.[1]
  if (session !== undefined) return { kind: 'dispatch', name: eventOf(init?.body), line: session }
  const rest = insideApi(view, href)
  const isCall = serverFunction.test(pathname) || (rest !== undefined && apiHandler.test(rest))
  return isCall ? { kind: 'call', name: pathname.split('/').slice(-3, -1).join('/') } : undefined
}

/** The name of the event that a frame is, if it is one. */
export function eventOf(frame: unknown): string | undefined {
  return isEvent(frame) ? (readJson(frame) as { event: string }).event : undefined
}

/** What of an address stands behind the api's prefix (djust-wire 4.1). */
function insideApi(view: View, href: string): string | undefined {
  const { djust } = view as { djust?: { apiPrefix?: unknown } }
  const said = view.document.querySelector<HTMLMetaElement>('meta[name=djust-api-prefix]')?.content
  const own = typeof djust?.apiPrefix === 'string' ? djust.apiPrefix : said
  const prefix = new view.URL(own || '/djust/api/', view.document.baseURI).href
  return href.startsWith(prefix) ? href.slice(prefix.length) : undefined
}
