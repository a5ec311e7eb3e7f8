/** The browser as it was before any script of the page ran; see `pristine.ts` for the rules. */
import { bare, fixed, getPrototypeOf, quietly, take } from './pristine.ts'

export const {
  MutationObserver: PristineMutationObserver,
  Proxy: PristineProxy,
  URL: PristineURL,
  CustomEvent: PristineCustomEvent,
} = window

export const now = fixed(performance, 'now')
export const timeOrigin = performance.timeOrigin
export const setTimeout = fixed(window, 'setTimeout') as (work: () => void, ms?: number) => number
export const requestAnimationFrame = fixed(window, 'requestAnimationFrame')
export const btoa = fixed(window, 'btoa')

type Listen = (
  target: EventTarget,
  type: string,
  hear: (event: Event) => void,
  options?: AddEventListenerOptions | boolean,
) => void
export const [addEventListener, dispatchEvent] = take(
  EventTarget,
  'addEventListener',
  'dispatchEvent',
) as unknown as [Listen, (target: EventTarget, event: Event) => boolean]
/** Dispatches a CustomEvent that carries this. */
export const tell = (target: EventTarget, type: string, detail: unknown) =>
  dispatchEvent(target, new PristineCustomEvent(type, bare({ detail })))

/** A listener of the browser's own events; `isTrusted` is an own property that the page can neither change nor forge. */
export const trusting = (hear: (event: Event) => void) => (event: Event) => {
  if (event.isTrusted) quietly(hear, event)
}
export const [eventType, eventTarget, eventPhase, composedPath] = take(
  Event,
  'type',
  'target',
  'eventPhase',
  'composedPath',
)
export const [detailOf] = take(PristineCustomEvent as { prototype: CustomEvent<unknown> }, 'detail')
export const [messageData] = take(MessageEvent as { prototype: MessageEvent<unknown> }, 'data')
export const [closeCode, closeReason] = take(CloseEvent, 'code', 'reason')
export const [errorOf] = take(ErrorEvent, 'error')
export const [reasonOf] = take(PromiseRejectionEvent, 'reason')
export const [isPersisted] = take(PageTransitionEvent, 'persisted')

const encode = fixed(new TextEncoder(), 'encode')
const [lengthOf] = take(getPrototypeOf(Uint8Array) as typeof Uint8Array, 'length')
/** How many bytes a text is on the wire. */
export const utf8Length = (text: string): number => lengthOf(encode(text))
/** A character for every byte, which is its lower half. Throws for what is no buffer and no view of one. */
export const charactersOf = fixed(new TextDecoder('x-user-defined'), 'decode') as (data: object) => string
export const [blobSize] = take(Blob, 'size')
export const [hrefOf, pathOf] = take(PristineURL, 'href', 'pathname')

/** What `findAll` answers has indices of its own; beyond the last there is nothing. */
export const [cookieOf, stateOf, isHidden, findAll] = take(
  Document,
  'cookie',
  'readyState',
  'hidden',
  'querySelectorAll',
)
export const [baseOf, nodeValue, parentOf, isConnected] = take(
  Node,
  'baseURI',
  'nodeValue',
  'parentElement',
  'isConnected',
)

export const [localName, getAttribute, matches, closest] = take(
  Element,
  'localName',
  'getAttribute',
  'matches',
  'closest',
)
