/** What the studio and the page in its frame say to each other by `postMessage`; it stands in for relay and switchboard. */

/** Page → studio. */
export type FromPage =
  /** A document has begun and can be joined. */
  { studio: 'ready' } | { studio: 'letter'; letter: string }
/** Studio → page. */
export type ToPage = { studio: 'joined' } | { studio: 'parted' } | { studio: 'command'; letter: string }
