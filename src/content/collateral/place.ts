/** Where a person stands in a page: what has the focus, where the caret is, what was typed, how far it is scrolled. */

export interface Caret {
  element: Element
  /** Code units into the text of the field or of the editable element. */
  from: number
  to: number
  /** Where the caret of editable content is tied to, so that text which comes in before it does not count as a move. */
  tie?: { node: Node; offset: number }
}

export interface Place {
  /** Nothing when it is the body, which is where a focus falls that is lost. */
  focus: Element | undefined
  caret: Caret | undefined
  composing: Element | undefined
  /** What stands in the fields that a person has typed in. */
  values: ReadonlyMap<Field, string>
}

/** How far a person has scrolled what; reading it makes the browser lay the page out. */
export type Scrolls = ReadonlyMap<Element, Scroll>

export interface Scroll {
  x: number
  y: number
  /** What a person sees in the middle of it; where the browser keeps that still while things come in above, nothing is lost. */
  sight?: { element: Element; box: DOMRect }
}

export type Field = HTMLInputElement | HTMLTextAreaElement

/** What a person has touched since the page began; nothing else is ever measured. */
export interface Touched {
  readonly fields: Iterable<Field>
  /** Those that do not move by themselves just now, as after a smooth scroll, a fling or a page key. */
  readonly scrollers: Iterable<Element>
  readonly composing: Element | undefined
}

export function takePlace({ fields, composing }: Touched): Place {
  const focus = focused()
  const values = new Map<Field, string>()
  // What went with an earlier render is not lost once more.
  for (const field of fields) if (field.isConnected) values.set(field, field.value)
  return { focus, caret: focus && caretIn(focus), composing, values }
}

export function takeScrolls({ scrollers }: Touched): Scrolls {
  const scrolls = new Map<Element, Scroll>()
  for (const element of scrollers) scrolls.set(element, { ...scrollOf(element), ...sightIn(element) })
  return scrolls
}

export function scrollOf({ scrollLeft, scrollTop }: Element): Scroll {
  return { x: scrollLeft, y: scrollTop }
}

/** Nothing where nothing is scrolled, for only then does a browser anchor; nor what stays put whatever scrolls. */
function sightIn(scroller: Element): Pick<Scroll, 'sight'> {
  if (scroller.scrollLeft === 0 && scroller.scrollTop === 0) return {}
  const isPage = scroller === document.scrollingElement
  const frame = isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : scroller.getBoundingClientRect()
  const element = document.elementFromPoint(frame.x + frame.width / 2, frame.y + frame.height / 2)
  if (!element || element === scroller || !scroller.contains(element)) return {}
  for (let each: Element | null = element; each && each !== scroller; each = each.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(each).position)) return {}
  return { sight: { element, box: element.getBoundingClientRect() } }
}

/** Through open shadow roots, to the element that hears the keys. */
function focused(): Element | undefined {
  let focus = document.activeElement
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement
  return focus && focus !== document.body && focus !== document.documentElement ? focus : undefined
}

function caretIn(element: Element): Caret | undefined {
  if (isField(element)) {
    // Fields without a text caret, such as dates and numbers, answer null.
    const { selectionStart, selectionEnd } = element
    return selectionStart === null || selectionEnd === null
      ? undefined
      : { element, from: selectionStart, to: selectionEnd }
  }
  if (!(element as HTMLElement).isContentEditable) return undefined
  const selection = document.getSelection()
  const { anchorNode: node, anchorOffset: offset = 0, focusNode, focusOffset = 0 } = selection ?? {}
  if (!node || !focusNode || !element.contains(node)) return undefined
  const [from, to] = [textBefore(element, node, offset), textBefore(element, focusNode, focusOffset)]
  return { element, from, to, tie: { node, offset } }
}

function textBefore(element: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

export function isField(element: unknown): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}
