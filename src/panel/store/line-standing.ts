/** Whether there is anybody at the other end of the line. */
import { type ReadonlySignal, signal } from '@preact/signals'

export type LineStanding = 'joined' | 'none' | 'gone'

/** `gone` is aborted when the line is gone for good. */
export function createLineStanding(hasLine: boolean, gone: AbortSignal): ReadonlySignal<LineStanding> {
  const standing = signal<LineStanding>(hasLine ? 'joined' : 'none')
  const part = () => {
    standing.value = 'gone'
  }
  if (gone.aborted) part()
  else gone.addEventListener('abort', part, { once: true })
  return standing
}
