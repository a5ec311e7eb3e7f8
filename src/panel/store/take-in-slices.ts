/** Takes many chunks without ever holding the panel up for long. */

export interface Slicing {
  /** ms. */
  now(): number
  /** Lets everything else have its turn. */
  rest(): Promise<void>
  signal: AbortSignal
  /** Told after each slice how many chunks there are so far. */
  progress(taken: number): void
}

/** ms of one slice: with what the browser needs itself, a frame. */
const SLICE = 8

/** All chunks in order. Rejects with the signal's reason as soon as a slice ends after it was aborted, and has taken no more by then. */
export async function takeInSlices(chunks: Iterable<string>, slicing: Slicing): Promise<string[]> {
  const { now, rest, signal, progress } = slicing
  const taken: string[] = []
  let end = now() + SLICE
  for (const chunk of chunks) {
    taken.push(chunk)
    if (now() < end) continue
    progress(taken.length)
    await rest()
    signal.throwIfAborted()
    end = now() + SLICE
  }
  signal.throwIfAborted()
  progress(taken.length)
  return taken
}
