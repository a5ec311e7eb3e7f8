/** What a line must offer the instrument: the extension's private node, the studio's window, a test's array. */

export interface PageLine {
  /** Sends a sealed letter up. Never throws. */
  post(letter: string): void
  /** djust was seen in this document for the first time. Called at most once. */
  sighted(): void
  /** What `PRIVATE.frame` carries. Never throws. */
  tellFrame(frame: string): void
  /** Names who hears the line from now on. Called once, before anything is posted. */
  listen(ears: Ears): void
}

/** What the instrument wants to hear, each by the name of its event on the private node; every member may be called at any time and never throws. */
export interface Ears {
  /** A sealed command came down. */
  command(letter: string): void
  /** A panel can be reached: the instrument says hello and waits for a `replay`. */
  joined(): void
  /** What only is measured while a panel listens: a fact without its stamp, as JSON. */
  measured(fact: string): void
  /** Nobody listens any more: facts stay in the ring. */
  parted(): void
  /** The page is going: everything that is not acknowledged is posted before this returns. `how` is `kept` when it may come back. */
  leaving(how: string): void
}
