/** Follows a lesson as a person who reads it: takes the instructions from the text on the page, finds what they name by its visible words, and acts. */
import { type Page, poll, type Surface, type Tab } from '../browsers/browser.ts'

type Instruction =
  | { act: 'type'; text: string; label: string; isSlow: boolean }
  | { act: 'press'; label: string }
  | { act: 'delete'; label: string }

const SENTENCE =
  /Type “([^”]+)” in “([^”]+)”(, slowly)?\.|Press (?:the same )?“([^”]+)”(?: again)?\.|Delete the last letter in “([^”]+)”\./g

/** ms between two keys: of who types fast, and of who types about three letters a second. */
const FAST = 15
const SLOW = 330
/** How often it tries again where the text says so: a busy machine types slowly. */
const TRIES = 5
/** ms that it waits before. */
const MOMENT = 1_500

/** What is written on the page as a person sees it. */
export function textOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => document.querySelector<HTMLElement>('article')?.innerText ?? '')
}

export function instructionsIn(text: string): Instruction[] {
  return [...text.matchAll(SENTENCE)].map(([, typed, into, slowly, pressed, shortened]) => {
    if (typed !== undefined && into !== undefined)
      return { act: 'type', text: typed, label: into, isSlow: slowly !== undefined }
    return pressed !== undefined
      ? { act: 'press', label: pressed }
      : { act: 'delete', label: shortened ?? '' }
  })
}

/** Keys and presses. */
export function actionsOf(instructions: readonly Instruction[]): number {
  return instructions.reduce((sum, each) => sum + (each.act === 'type' ? each.text.length : 1), 0)
}

/** The text says how many steps are done; all of them when the lesson is. */
export async function stepsDone(tab: Tab): Promise<number> {
  const text = await textOf(tab)
  const [, done] = /(\d+) of \d+ steps done\./.exec(text) ?? []
  if (done !== undefined) return Number(done)
  return text.includes('Lesson done.') ? Number.POSITIVE_INFINITY : -1
}

/**
 * Does what the text says, in its order. After each instruction it waits until one step more is done, at most `patience` ms; whoever
 * gets no further tries the next one all the same. Answers whether the lesson is done.
 */
export async function follow(tab: Tab, patience: (index: number) => number): Promise<boolean> {
  await poll(async () => (await stepsDone(tab)) >= 0, 'the lesson to be shown')
  for (const [index, instruction] of instructionsIn(await textOf(tab)).entries()) {
    const before = await stepsDone(tab)
    const isDone = async () => (await stepsDone(tab)) > before
    await act(tab, instruction, patience(index)).catch(() => undefined)
    for (let tries = 0; tries < TRIES; tries++) {
      const isOver = async () => (await isDone()) || (await textOf(tab)).includes('Try again.')
      await poll(isOver, 'a step to be done', patience(index)).catch(() => undefined)
      if (instruction.act !== 'type' || !(await isOver()) || (await isDone())) break
      await empty(tab, instruction.label)
      await act(tab, instruction, patience(index))
    }
  }
  return (await stepsDone(tab)) === Number.POSITIVE_INFINITY
}

/** Throws when what it names is not there within `patience` ms. */
async function act(tab: Tab, instruction: Instruction, patience: number): Promise<void> {
  const { surface, selector } = await poll(
    () => findOn(tab, instruction.label),
    `“${instruction.label}” to be there`,
    patience,
  )
  if (instruction.act === 'press') return surface.click(selector)
  if (instruction.act === 'type')
    return surface.type(selector, instruction.text, instruction.isSlow ? SLOW : FAST)
  await surface.click(selector)
  await surface.press('End')
  await surface.press('Backspace')
}

async function empty(tab: Tab, label: string): Promise<void> {
  const { surface, selector } = await poll(() => findOn(tab, label), `“${label}” to be there`)
  await surface.click(selector)
  await surface.press('Control+a')
  await surface.press('Backspace')
  await new Promise((resolve) => setTimeout(resolve, MOMENT))
}

/** The page beside the text comes first: most of what is to be done is done there. */
async function findOn(tab: Tab, label: string): Promise<{ surface: Page; selector: string } | undefined> {
  for (const surface of [await tab.frame('studio&theme').catch(() => undefined), tab]) {
    const selector = surface && (await find(surface, label))
    if (surface && selector) return { surface, selector }
  }
  return undefined
}

/** By a field's label or its hint, by the words on a button, a link or an option. */
function find(surface: Surface, label: string): Promise<string | null> {
  return surface.evaluate((wanted) => {
    // A page whose view is not alive yet takes no clicks.
    if (document.body.classList.contains('dj-disconnected')) return null
    const wordsOn = (element: HTMLElement): (string | null | undefined)[] =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [element.labels?.[0]?.innerText, element.placeholder]
        : [element.innerText]
    const found = [
      ...document.querySelectorAll<HTMLElement>('input, textarea, button, a, [role=option]'),
    ].find(
      (element) =>
        element.getClientRects().length > 0 &&
        !element.matches(':disabled') &&
        wordsOn(element).some((words) => words?.trim() === wanted),
    )
    const path: string[] = []
    for (let at: Element | null | undefined = found; at?.parentElement; at = at.parentElement)
      path.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`)
    return found ? path.join(' > ') : null
  }, label)
}
