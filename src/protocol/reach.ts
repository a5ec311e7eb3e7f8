/** What a panel may do in a page beside listening to it: point at elements of it. Types only. */

/** Elements of the page, and the word that they are outlined with. */
export interface Outline {
  word: 'asked' | 're-rendered'
  /** A selector of CSS that finds them, wherever in the document they are. */
  selector: string
  /** How many there were. */
  nodes: number
}

/** What has just been re-rendered, in words: what it was because of. */
export interface Flash {
  cause: 'call' | 'dispatch' | 'push' | 'navigation' | 'system'
  selector: string
}

/** What the overlay draws over one document. Outlines take the place of those before; flashes go by themselves. */
export type OverlayOrder =
  | { draw: 'outlines'; outlines: readonly Outline[] }
  | { draw: 'flashes'; flashes: readonly Flash[] }
  | { draw: 'nothing' }

/** How many elements each outline has found, in their order; -1 for a selector that no browser reads. */
export type Found = readonly number[]

/** What is asked of a page again. `body` is JSON: the arguments, or all that an API handler is sent. */
export type Sending =
  | { by: 'djust.call'; view: string; name: string; body: string }
  | { by: 'djust.handleEvent'; name: string; body: string }
  /** `url` as the page itself had asked for it. */
  | { by: 'fetch'; url: string; name: string; body: string }

/** What came of a sending; the result itself is the row's to show, for secrets are taken out of that. All in ms. */
export type Outcome =
  /** `from` and `to` are on the clock of the document: just before the page was asked, and when it had taken the question. */
  | ({ end: 'ok' | 'error' | 'late'; from: number; to: number; took: number } & Ending)
  /** Nothing was asked: the page has no such function, or takes no such arguments. */
  | { end: 'unsent'; says: string }
export interface Ending {
  /** Of an error, as djust or the browser words it. */
  message?: string
  code?: string
  status?: number
}

/** One entry for a track of the Performance panel; `start` and `end` are ms on the clock of the document. */
export interface TrackEntry {
  name: string
  start: number
  end: number
  track: string
  /** Of the Performance panel's own palette. */
  color: 'primary' | 'secondary' | 'tertiary' | 'primary-light' | 'error'
  tooltip: string
  properties: readonly (readonly [name: string, value: string])[]
}

/** `says` is a sentence for a person. */
export type Reached<T> = { ok: true; value: T } | { ok: false; says: string }

/** `frame` is the browser's frame id, 0 for the top. Nothing here ever rejects. */
export interface Reach {
  overlay(frame: number, order: OverlayOrder): Promise<Reached<Found>>
  /** Lets the page itself send this, with its own runtime and its own token. */
  resend(frame: number, sending: Sending): Promise<Reached<Outcome>>
  /** Writes into the document's own timeline; `origin` of the entries' clock, epoch ms. Answers how many were written. */
  measure(frame: number, origin: number, entries: readonly TrackEntry[]): Promise<Reached<number>>
  /** Brings the shaker into the page, where it waits for a command to shake. */
  bringShaker(frame: number): Promise<Reached<true>>
  /** Of which documents the browser's own inspector can be shown an element from here. */
  inspects: 'all frames' | 'the top frame' | 'none'
  /** Shows the first element that the selector finds in the browser's own inspector. Answers how many it finds. */
  inspect(document: { url: string; top: boolean }, selector: string): Promise<Reached<number>>
}

/** What the panel asks the worker to do in a page. */
export type Errand =
  | { do: 'overlay'; order: OverlayOrder }
  | { do: 'resend'; sending: Sending }
  | { do: 'measure'; origin: number; entries: readonly TrackEntry[] }
  | { do: 'bring-shaker' }
