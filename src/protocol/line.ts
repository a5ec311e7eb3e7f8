/** The one shape of every hop: page to relay, relay to worker, worker to panel, studio to iframe. */
export interface Line<Out, In> {
  /** Sends one message. Never throws; a line that is gone swallows it, because whoever needs it asks again. */
  post(message: Out): void
  /** Hears every message until the signal aborts. */
  listen(hear: (message: In) => void, signal: AbortSignal): void
}
