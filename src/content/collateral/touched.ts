/** Remembers what a person has touched: fields typed in, boxes scrolled, the composition under way. Held weakly, and few. */
import { type Field, isField, type Touched } from './place.ts'

/** A page is measured at every re-render, so only what was touched last counts. */
const MOST = 20
/** What has scrolled within this and was not seen coming to rest still moves, ms. */
const STILL = 200

/** `meddled` hears everything that a person does, for as long as the document lives. */
export function watchTouched(meddled: () => void): Touched {
  const fields = recent<Field>()
  const scrollers = recent<Element>()
  const moving = new WeakMap<Element, number>()
  let composing: WeakRef<Element> | undefined

  const hear = (type: string, work: (target: Element, event: Event) => void) =>
    addEventListener(
      type,
      (event) => {
        // Through open shadow roots; what a script dispatches is not a person.
        const target = event.composedPath()[0]
        if (event.isTrusted)
          work((target === document ? document.scrollingElement : target) as Element, event)
      },
      { capture: true, passive: true },
    )

  hear('input', (target) => {
    if (isField(target)) fields.add(target)
    meddled()
  })
  hear('scroll', (target) => {
    if (!target) return
    scrollers.add(target)
    moving.set(target, performance.now())
  })
  hear('scrollend', (target) => target && moving.delete(target))
  hear('compositionstart', (target) => {
    composing = new WeakRef(target)
  })
  hear('compositionend', () => {
    composing = undefined
  })
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchmove']) hear(type, meddled)
  // A scrollbar that is dragged, or a selection.
  hear('pointermove', (_, event) => (event as PointerEvent).buttons > 0 && meddled())

  return {
    get fields() {
      return fields.all()
    },
    get scrollers() {
      const since = performance.now() - STILL
      return scrollers.all().filter((element) => (moving.get(element) ?? 0) < since)
    },
    get composing() {
      return composing?.deref()
    },
  }
}

function recent<T extends object>() {
  let refs: WeakRef<T>[] = []
  return {
    add(item: T) {
      const others = refs.filter((ref) => {
        const held = ref.deref()
        return held && held !== item
      })
      refs = [...others, new WeakRef(item)].slice(-MOST)
    },
    all: (): T[] => refs.flatMap((ref) => ref.deref() ?? []),
  }
}
