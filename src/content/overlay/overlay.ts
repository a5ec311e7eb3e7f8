/** The overlay of one document: draws what a panel orders, and nothing by itself. */
import type { Found, OverlayOrder } from '../../protocol/reach.ts'
import { createOutlines } from './outlines.ts'
import { createStage } from './stage.ts'

export interface Overlay {
  obey(order: OverlayOrder): Found
  /** Leaves nothing behind. */
  end(): void
}

export function createOverlay(view: Window & typeof globalThis): Overlay {
  const outlines = createOutlines(view, createStage(view.document))
  return {
    obey(order) {
      if (order.draw === 'outlines') return outlines.draw(order.outlines)
      outlines.clear()
      return []
    },
    end: () => outlines.clear(),
  }
}
