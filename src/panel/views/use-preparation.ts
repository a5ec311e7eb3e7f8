/** Makes a file in the background: how far it is, and what came of it. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import type { ExportFormat } from '../store/export-formats.ts'
import type { Store } from '../store/store.ts'
import { takeInSlices } from '../store/take-in-slices.ts'

export type Preparation =
  | { state: 'preparing'; taken: number; count: number; cancel: () => void }
  | { state: 'ready'; name: string; file: Blob; placeholders: Record<'csrf' | 'password' | 'secret', number> }
  | { state: 'failed'; why: string }
  | { state: 'cancelled' }

/** Begins with the log as it is when these change, and stops what it had begun. Another `attempt` begins again. */
export function usePreparation(
  store: Store,
  format: ExportFormat,
  rowsOf: () => readonly Exchange[] | undefined,
  attempt: string,
): Preparation {
  const [preparation, set] = useState<Preparation>()
  const { begun, stop } = useMemo(() => begin(() => set({ state: 'cancelled' })), [store, format, attempt])
  useEffect(() => {
    // What a person sees can be cancelled before it has begun.
    if (stop.signal.aborted) return
    set(begun)
    const placeholders = { csrf: 0, password: 0, secret: 0 }
    const { recordings, template } = store
    async function prepare(): Promise<Blob> {
      const order = { log: store.log.peek(), shown: rowsOf(), recordings, template, placeholders }
      // What is asked for is drawn before the work begins.
      await rest()
      const { count, chunks } = await format.write(order)
      const progress = (taken: number) => set({ ...begun, taken, count })
      const taken = await takeInSlices(chunks, {
        now: () => performance.now(),
        rest,
        signal: stop.signal,
        progress,
      })
      return new Blob(taken, { type: format.mime })
    }
    prepare().then(
      (file) =>
        stop.signal.aborted ||
        set({ state: 'ready', name: recordings.nameFile(format.extension), file, placeholders }),
      (error: Error) => stop.signal.aborted || set({ state: 'failed', why: error.message }),
    )
    return () => stop.abort()
  }, [store, format, attempt])
  return preparation ?? begun
}

function begin(onCancel: () => void) {
  const stop = new AbortController()
  const cancel = () => {
    stop.abort()
    onCancel()
  }
  return { stop, begun: { state: 'preparing', taken: 0, count: 0, cancel } as const }
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
