/** Entry of the overlay: injected beside the relay when a panel first points at something, and gone when its port is. */
import { OVERLAY_GLOBAL, OVERLAY_PORT } from '../../protocol/channel.ts'
import type { Port } from '../../protocol/port.ts'
import { createOverlay } from './overlay.ts'

/** The one member used here is the same in both browsers. */
declare const chrome: { runtime: { connect(info: { name: string }): Port } }

const shared: Record<string, unknown> = globalThis as never

// Two orders at once may both bring it along.
if (!(OVERLAY_GLOBAL in shared)) {
  const overlay = createOverlay(window)
  // The worker holds the other end for as long as a panel is open; a worker or an extension that ends lets it go, too.
  const port = chrome.runtime.connect({ name: OVERLAY_PORT })
  const end = () => {
    overlay.end()
    Reflect.deleteProperty(shared, OVERLAY_GLOBAL)
  }
  port.onDisconnect.addListener(end)
  addEventListener(
    'pagehide',
    () => {
      end()
      port.disconnect()
    },
    { once: true },
  )
  shared[OVERLAY_GLOBAL] = overlay.obey
}
