/** The names and numbers both ends of a hop must agree on. Constants only, so that the page world may import it. */

/** Version of facts, letters and recordings. A reader accepts its own version and every older one. */
export const PROTOCOL_VERSION = 1

/** Event names on `document`, used once, synchronously, before any script of the page exists (see ARCHITECTURE). */
export const MEET = {
  /** Instrument → relay: "I am here." */
  ready: 'djust-devtools:ready',
  /** Relay → instrument: its `relatedTarget` is the private node that both speak through from then on. */
  meet: 'djust-devtools:meet',
} as const

/** Event names on the private node. `detail` is always a string. */
export const PRIVATE = {
  /** Instrument → relay: I have the node; introduce nobody else. */
  met: 'met',
  /** Instrument → relay: a sealed letter. */
  up: 'up',
  /** Relay → instrument: a sealed command. */
  command: 'command',
  /** Relay → instrument: a panel can now be reached; introduce yourself with a hello. */
  joined: 'joined',
  /** Relay → instrument: nobody listens any more; keep facts in the ring. */
  parted: 'parted',
  /** Relay → instrument: the page is going; hand over what is not acknowledged, now. `kept` when it may come back. */
  leaving: 'leaving',
  /** Instrument → relay: djust was seen in this document for the first time. */
  sighted: 'sighted',
  /**
   * Instrument → whoever measures: a frame has come (empty detail), or the page is done with the one of this seq; `?`: an answer to a call
   * begins to come, `?7`: it has been read, and its seq is 7.
   */
  frame: 'frame',
  /** Whoever measures → instrument: a fact without its stamp, as JSON. */
  measured: 'measured',
} as const

/** The global by which scripts of the isolated world find the private node; the page has another world. */
export const SHARED_NODE = 'djustDevtoolsNode'

/** The global of the isolated world by which the overlay takes orders, and the name of the port that it lives as long as. */
export const OVERLAY_GLOBAL = 'djustDevtoolsOverlay'
export const OVERLAY_PORT = 'djust:overlay'

/** The event on `document` with which the instrument lends the shaker, a script of the page's world, what it needs. */
export const SHAKE = 'djust-devtools:shake'

/** Names of runtime ports. A panel's port carries the tab it watches after the colon. */
export const PORTS = { page: 'djust:page', panel: 'djust:panel:' } as const

/** What the instrument keeps and copies unless the panel says otherwise. */
export const DEFAULT_CAPS = {
  /** Facts kept in the page's ring. */
  facts: 10_000,
  /** UTF-16 code units of serialised facts kept in the ring, counted as bytes. */
  bytes: 4_000_000,
  /** Code units copied of one payload; the rest is cut and said so. */
  payload: 256_000,
  /** How many frames are noted of the stack wherever something is asked for, which every call and dispatch pays for. */
  stacks: 0,
} as const
