/**
 * Measures what each re-render did to the person's place in the page: before the page hears a frame, after it is done with it,
 * and the scrolling with the next picture, because asking for it any sooner would make the browser lay the page out twice.
 */
import type { FactOf } from '../../protocol/facts.ts'
import { compare, scrolledOf } from './compare.ts'
import { type Drawing, type Drawn, watchDrawing } from './drawing.ts'
import { type Ignored, watchPayloadAttributes } from './payload-attributes.ts'
import { type Place, type Scrolls, takePlace, takeScrolls } from './place.ts'
import { watchTouched } from './touched.ts'

/** Hears what `PRIVATE.frame` carries. */
export function hearFrames({ before, after, drawing }: Measures, detail: string): void {
  if (detail === '') before()
  else if (detail === '?') drawing.begin()
  else if (detail.startsWith('?')) drawing.end(Number(detail.slice(1)))
  else after(Number(detail))
}

export interface Measures {
  /** A frame has come and the page is about to hear it. */
  before(): void
  /** The page is done with the frame of this seq. */
  after(frame: number): void
  /** What the page draws by itself when a call is answered. */
  drawing: Drawing
}

/** What a measure says of a frame or of what a person used; the fact without its stamp. */
export type Measured = Collateral | Drawn | Ignored

/** Told once a frame; `meddled` when the person did something meanwhile, so that nobody can tell whose doing it is. */
type Collateral = Omit<FactOf<'collateral'>, 'seq' | 'at'>

export function createMeasures({ tell }: { tell(measured: Measured): void }): Measures {
  let place: Place | undefined
  let scrolls: Scrolls | undefined
  let meddled = false
  const drawing = watchDrawing(tell)
  watchPayloadAttributes(tell)
  const touched = watchTouched(() => {
    meddled = true
  })

  return {
    drawing,
    before() {
      drawing.pause()
      place = takePlace(touched)
      scrolls = takeScrolls(touched)
      meddled = false
    },
    after(frame) {
      drawing.resume()
      const before = place
      if (!before) return
      place = takePlace(touched)
      const told = compare(before, place)
      const stood = scrolls
      scrolls = undefined
      const isMine = meddled
      meddled = false
      nextPicture(() => {
        const scrolled = stood && scrolledOf(stood)
        const mark = isMine || meddled
        tell({
          type: 'collateral',
          frame,
          ...told,
          ...(scrolled ? { scrolled } : {}),
          ...(mark ? { meddled: true } : {}),
        })
      })
    },
  }
}

/** A hidden page draws none. */
function nextPicture(work: () => void): void {
  if (document.hidden) setTimeout(work)
  else requestAnimationFrame(() => work())
}
