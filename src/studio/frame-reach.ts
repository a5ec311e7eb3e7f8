/** The studio's reach into its page: a frame of the same origin, whose document it may draw over and whose runtime it may ask itself. */
import type { Overlay } from '../content/overlay/overlay.ts'
import type { Reach, Reached } from '../protocol/reach.ts'

type View = Window & typeof globalThis

export function createFrameReach(frame: HTMLIFrameElement): Reach {
  const overlays = new WeakMap<Document, Overlay>()

  return {
    overlay: (_, order) =>
      reach(async () => {
        const { createOverlay } = await import('../content/overlay/overlay.ts')
        const view = viewOf(frame)
        const overlay = overlays.get(view.document) ?? createOverlay(view)
        overlays.set(view.document, overlay)
        return overlay.obey(order)
      }),
    resend: (_, sending) =>
      reach(async () => {
        const { PATIENCE, resendInPage } = await import('../content/errands/resend-in-page.ts')
        return resendInPage(sending, PATIENCE, viewOf(frame))
      }),
    measure: (_, origin, entries) =>
      reach(async () => {
        const { writeMeasures } = await import('../content/errands/write-measures.ts')
        return writeMeasures(origin, entries, viewOf(frame))
      }),
    bringShaker: () =>
      reach(async () => {
        const { startShaker } = await import('../content/shaker/shaker.ts')
        startShaker(viewOf(frame))
        return true as const
      }),
    inspects: 'none',
    inspect: async () => ({
      ok: false,
      says: 'The studio has no inspector; the panel in DevTools shows it there.',
    }),
  }
}

/** Throws where the frame shows a page of another origin. */
function viewOf({ contentWindow }: HTMLIFrameElement): View {
  if (!contentWindow?.document) throw new Error('the frame has no page')
  return contentWindow as View
}

async function reach<T>(work: () => Promise<T>): Promise<Reached<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, says: `The page in the frame cannot be reached: ${(error as Error).message}` }
  }
}
