/** Where exported data goes. Types only. */
import type { Signals } from './otlp.ts'

export interface Sink {
  /** Takes one batch; the next is made when this one is through. A `CliError` says why it cannot. */
  take<Signal extends keyof Signals>(signal: Signal, data: Signals[Signal]): Promise<void>
  /** Everything has been taken. Sentences worth telling: what was not accepted. */
  end(): Promise<string[]>
}
