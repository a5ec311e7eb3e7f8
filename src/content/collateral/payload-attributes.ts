/** Notices `dj-payload-*` on what a person uses: no release of the runtime reads it (djust-wire 6.1), so the handler gets nothing of it. */
import type { FactOf } from '../../protocol/facts.ts'
import { describe } from '../instrument/describe.ts'

export type Ignored = Omit<FactOf<'ignored'>, 'seq' | 'at'>

const HEARD = ['click', 'submit', 'change', 'input', 'keydown']
const PAYLOAD = /^dj-payload-/

/** Told before the page hears the event, so that the fact stands right before what comes of it. */
export function watchPayloadAttributes(tell: (ignored: Ignored) => void): void {
  const hear = (event: Event) => {
    const [target] = event.composedPath()
    for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
      const attributes = element.getAttributeNames().filter((name) => PAYLOAD.test(name))
      if (attributes.length > 0) return tell({ type: 'ignored', element: describe(element), attributes })
    }
  }
  for (const type of HEARD) addEventListener(type, hear, { capture: true, passive: true })
}
