/** Outlines elements for as long as they are pointed at, and follows them wherever the page moves them. */
import type { Found, Outline } from '../../protocol/reach.ts'
import { findElements } from './find.ts'
import { placesOf, put } from './places.ts'
import type { Stage } from './stage.ts'

/** More would cover the page rather than show it. */
const MOST_ELEMENTS = 50
/** Where more are outlined at once, only the first of them says the word. */
const MOST_LABELS = 8

/** Told apart by their line as well as by their colour; both stand out from light pages and from dark ones. */
const LOOKS = {
  asked: { colour: '#0b57d0', line: 'solid' },
  're-rendered': { colour: '#b3470b', line: 'dashed' },
} as const

interface Drawn {
  element: Element
  word: Outline['word']
  /** Empty for those that are outlined without a word. */
  label: string
  boxes: HTMLElement[]
  tag: HTMLElement | undefined
}

export interface Outlines {
  draw(outlines: readonly Outline[]): Found
  clear(): void
}

export function createOutlines(view: Window & typeof globalThis, stage: Stage): Outlines {
  let drawn: Drawn[] = []
  let frame = 0

  /** With the picture, and only while something is outlined. */
  function follow(): void {
    stage.hold()
    // All reading before all writing, or every element would make the browser lay the page out again.
    const places = drawn.map(({ element }) => placesOf(element))
    for (const [index, each] of drawn.entries()) place(each, places[index] ?? [])
    frame = view.requestAnimationFrame(follow)
  }

  function place(each: Drawn, rects: readonly DOMRect[]): void {
    const { colour, line } = LOOKS[each.word]
    while (each.boxes.length < rects.length) {
      const box = stage.add()
      box.style.cssText = `position: fixed; box-sizing: border-box; forced-color-adjust: none;
        border: 2px ${line} ${colour}; outline: 1px solid #fffc; background: ${colour}24`
      each.boxes.push(box)
    }
    for (const [index, box] of each.boxes.entries()) put(box, rects[index])
    const [first] = rects
    if (each.label === '') return
    each.tag ??= createTag(stage, each.label, colour)
    each.tag.hidden = !first
    if (!first) return
    const { width } = each.tag.getBoundingClientRect()
    const { left, top } = besides(first, each.word, view.innerHeight)
    each.tag.style.translate = `${Math.max(0, Math.min(left, view.innerWidth - width))}px ${Math.max(0, top)}px`
  }

  return {
    draw(outlines) {
      this.clear()
      const found = outlines.map(({ selector, word, nodes }) => {
        const elements = findElements(view.document, selector)
        const shown = elements?.slice(0, MOST_ELEMENTS) ?? []
        for (const [index, element] of shown.entries()) {
          const isLabelled = index === 0 || shown.length <= MOST_LABELS
          const label = isLabelled ? labelOf(word, nodes, elements?.length ?? 0) : ''
          drawn.push({ element, word, label, boxes: [], tag: undefined })
        }
        return elements?.length ?? -1
      })
      if (drawn.length > 0) follow()
      return found
    },
    clear() {
      view.cancelAnimationFrame(frame)
      for (const { boxes, tag } of drawn)
        for (const each of [...boxes, ...(tag ? [tag] : [])]) stage.drop(each)
      drawn = []
    },
  }
}

/** Height of a label, px. */
const TAG = 17

/** Below what asked and above what was re-rendered, which is often near; where there is no room, on the other side or beside it. */
function besides({ left, top, right, bottom }: DOMRect, word: Outline['word'], room: number) {
  if (word === 'asked') return { left, top: bottom + TAG <= room ? bottom : top - TAG }
  return top >= TAG ? { left, top: top - TAG } : { left: right, top }
}

function createTag(stage: Stage, label: string, colour: string): HTMLElement {
  const tag = stage.add()
  tag.textContent = label
  tag.style.cssText = `position: fixed; left: 0; top: 0; padding: 0 5px; white-space: nowrap; color: #fff;
    background: ${colour}; font: 500 11px / ${TAG}px system-ui, sans-serif; forced-color-adjust: none`
  return tag
}

/** Where one is meant and several match, each of them may be it. */
function labelOf(word: Outline['word'], nodes: number, found: number): string {
  return nodes === 1 && found > 1 ? `${word}: one of ${found}` : word
}
