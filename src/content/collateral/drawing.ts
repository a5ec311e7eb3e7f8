/**
 * What the page's own script changes in the DOM while it handles the answer to a call: after the answer's headers and until two tasks
 * after its body was read, because the page may read it a little later than we do. What frames change meanwhile is not its doing.
 */
import type { FactOf } from '../../protocol/facts.ts'
import { countChanges } from '../instrument/dom-changes.ts'

export type Drawn = Omit<FactOf<'drawn'>, 'seq' | 'at'>

export interface Drawing {
  /** The headers of an answer to a call have come. */
  begin(): void
  /** Its body has been read; the response has this seq. Told once the page is done with it. */
  end(frame: number): void
  /** A frame has come, and what is drawn until the page is done with it is not drawn by hand. */
  pause(): void
  resume(): void
}

const VIEW = '[dj-view],[dj-root],[data-djust-view],[data-djust-root]'
/** What djust leaves alone when it renders. */
const LEFT_ALONE = '[dj-update=ignore],[data-djust-update=ignore]'

export function watchDrawing(tell: (drawn: Drawn) => void): Drawing {
  let open = 0
  let isPaused = false
  let records: MutationRecord[] = []
  const keep = (fresh: MutationRecord[]) => {
    if (!isPaused) records.push(...fresh)
  }
  const observer = new MutationObserver(keep)

  function finish(frame: number) {
    keep(observer.takeRecords())
    const mine = records
    records = []
    open -= 1
    if (open === 0) observer.disconnect()
    const inside = countChanges(mine.filter(isRendered))
    const outside = countChanges(mine.filter((record) => !isRendered(record)))
    const where = inside.where ?? outside.where
    tell({ type: 'drawn', frame, inside: inside.nodes, outside: outside.nodes, ...(where ? { where } : {}) })
  }

  return {
    begin() {
      open += 1
      if (open === 1)
        observer.observe(document, { subtree: true, childList: true, characterDataOldValue: true })
    },
    end(frame) {
      if (open > 0) setTimeout(() => setTimeout(() => finish(frame)))
    },
    pause() {
      keep(observer.takeRecords())
      isPaused = true
    },
    resume() {
      observer.takeRecords()
      isPaused = false
    },
  }
}

function isRendered({ target }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement
  return !!element?.closest(VIEW) && !element.closest(LEFT_ALONE)
}
