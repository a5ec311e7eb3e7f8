/** Points at rows in the page: who asked and what was re-rendered are outlined while a person looks at a row. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import type { Found, Outline, Reach, Reached } from '../../protocol/reach.ts'

export interface Pointed {
  /** Of the row. */
  id: string
  outlines: readonly Outline[]
  reached: Reached<Found>
}

export interface Pointer {
  /** What came of pointing at the last row that has a place on its page. */
  pointed: ReadonlySignal<Pointed | undefined>
  /** Points at this row and at no other; undefined ends it. The page is entered when something is first to be seen there. */
  pointAt(row: Exchange | undefined): void
}

export interface PointerDeps {
  reach: Pick<Reach, 'overlay'> | undefined
  /** Whether the row's page is the one that stands in its frame now. */
  mayPoint(row: Exchange): boolean
}

export function createPointer({ reach, mayPoint }: PointerDeps): Pointer {
  const pointed = signal<Pointed>()
  let wanted: Exchange | undefined
  let shown: Exchange | undefined
  let drawnIn: number | undefined
  let isUnderWay = false

  /** One after the other, and only the last that is wanted: a pointer passes over rows faster than pages answer. */
  async function follow(reach: Pick<Reach, 'overlay'>): Promise<void> {
    if (isUnderWay) return
    isUnderWay = true
    while (shown !== wanted) {
      shown = wanted
      await show(reach, shown)
    }
    isUnderWay = false
  }

  async function show(reach: Pick<Reach, 'overlay'>, row: Exchange | undefined): Promise<void> {
    const { outlinesOf } = await import('../../core/outlines.ts')
    const outlines = row && mayPoint(row) ? outlinesOf(row) : []
    const frame = outlines.length > 0 ? row?.frame : undefined
    if (drawnIn !== undefined && drawnIn !== frame) await reach.overlay(drawnIn, { draw: 'nothing' })
    drawnIn = frame
    if (!row || frame === undefined) return
    const reached = await reach.overlay(frame, { draw: 'outlines', outlines })
    if (!reached.ok) drawnIn = undefined
    pointed.value = { id: row.id, outlines, reached }
  }

  return {
    pointed,
    pointAt(row) {
      wanted = row
      if (reach) void follow(reach)
    },
  }
}
