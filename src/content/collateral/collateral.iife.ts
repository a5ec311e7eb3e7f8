/** Entry of what measures collateral: injected beside the relay while a panel listens, and found by the node that they share. */
import { PRIVATE, SHARED_NODE } from '../../protocol/channel.ts'
import { createMeasures, hearFrames } from './measure.ts'

const node = (globalThis as { [SHARED_NODE]?: EventTarget })[SHARED_NODE]
// Injected anew whenever a panel comes; the first one hears it all.
Reflect.deleteProperty(globalThis, SHARED_NODE)

if (node) {
  const measures = createMeasures({
    tell: (fact) => node.dispatchEvent(new CustomEvent(PRIVATE.measured, { detail: JSON.stringify(fact) })),
  })
  let isHeard = true
  node.addEventListener(PRIVATE.joined, () => {
    isHeard = true
  })
  node.addEventListener(PRIVATE.parted, () => {
    isHeard = false
  })
  node.addEventListener(PRIVATE.frame, (event) => {
    const { detail } = event as CustomEvent<string>
    if (!isHeard) return
    hearFrames(measures, detail)
  })
}
