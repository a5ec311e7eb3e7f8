/** The overlay of one document: draws what a panel orders, and nothing by itself. */
import type { Found, OverlayOrder } from '../../protocol/reach.ts'
import { createFlashes } from './flashes.ts'
import { createOutlines } from './outlines.ts'
import { createStage } from './stage.ts'

export interface Overlay {
  obey(order: OverlayOrder): Found
  /** Leaves nothing behind. */
  end(): void
}

export function createOverlay(view: Window & typeof globalThis): Overlay {
  const stage = createStage(view.document)
  const outlines = createOutlines(view, stage)
  const flashes = createFlashes(view, stage)
  return {
    obey(order) {
      if (order.draw === 'outlines') return outlines.draw(order.outlines)
      if (order.draw === 'flashes') return flashes.draw(order.flashes)
      outlines.clear()
      return []
    },
    end() {
      outlines.clear()
      flashes.clear()
    },
  }
}
