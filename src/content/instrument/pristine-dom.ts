/** The browser as it was before any script of the page ran; see `pristine.ts` for the rules. */
import { bare, fixed, getPrototypeOf, quietly, take } from './pristine.ts'

export const {
  MutationObserver: PristineMutationObserver,
  Proxy: PristineProxy,
  URL: PristineURL,
  Uint8Array: PristineUint8Array,
  CustomEvent: PristineCustomEvent,
} = window

export const now = fixed(performance.now, performance)
export const timeOrigin = performance.timeOrigin
export const setTimeout = fixed(window.setTimeout, window) as (work: () => void, ms?: number) => number
export const requestAnimationFrame = fixed(window.requestAnimationFrame, window)
export const btoa = fixed(window.btoa, window)

type Listen = (
  target: EventTarget,
  type: string,
  hear: (event: Event) => void,
  options?: AddEventListenerOptions | boolean,
) => void
export const [addEventListener, dispatchEvent] = take(
  EventTarget.prototype,
  'addEventListener',
  'dispatchEvent',
) as unknown as [Listen, (target: EventTarget, event: Event) => boolean]
/** Dispatches a CustomEvent that carries a string. */
export const tell = (target: EventTarget, type: string, detail: string) =>
  dispatchEvent(target, new PristineCustomEvent(type, bare({ detail })))

/** A listener of the browser's own events; `isTrusted` is an own property that the page can neither change nor forge. */
export const trusting = (hear: (event: Event) => void) => (event: Event) => {
  if (event.isTrusted) quietly(() => hear(event))
}
export const [eventType, eventTarget, eventPhase] = take(Event.prototype, 'type', 'target', 'eventPhase')
export const [detailOf] = take(PristineCustomEvent.prototype as CustomEvent<unknown>, 'detail')
export const [messageData] = take(MessageEvent.prototype as MessageEvent<unknown>, 'data')
export const [closeCode, closeReason] = take(CloseEvent.prototype, 'code', 'reason')
export const [isPersisted] = take(PageTransitionEvent.prototype, 'persisted')

export const [bufferLength] = take(ArrayBuffer.prototype, 'byteLength')
const VIEW = ['buffer', 'byteOffset', 'byteLength'] as const
const ofData = take(DataView.prototype, ...VIEW)
/** Typed arrays and DataView have getters of their own each. */
export const [viewBuffer, viewOffset, viewLength] = take(
  getPrototypeOf(PristineUint8Array.prototype) as Uint8Array,
  ...VIEW,
).map((ofTyped, i) => (view: unknown) => quietly(() => ofTyped(view)) ?? ofData[i]?.(view)) as unknown as [
  (view: unknown) => ArrayBuffer,
  (view: unknown) => number,
  (view: unknown) => number,
]
export const [blobSize] = take(Blob.prototype, 'size')
export const [hrefOf, pathOf] = take(PristineURL.prototype, 'href', 'pathname')

export const [cookieOf, stateOf, isHidden, findNodes] = take(
  Document.prototype,
  'cookie',
  'readyState',
  'hidden',
  'querySelectorAll',
)
/** Its indices are its own; beyond the last there is nothing. */
export const findAll = findNodes as (document: Document, selector: string) => ArrayLike<Element>
export const [baseOf, nodeValue, parentOf, isConnected] = take(
  Node.prototype,
  'baseURI',
  'nodeValue',
  'parentElement',
  'isConnected',
)

export const [localName, getAttribute, matches, closest] = take(
  Element.prototype,
  'localName',
  'getAttribute',
  'matches',
  'closest',
)
