/** The panel as a person without a mouse meets it: where the focus is, what it says, and keys until it is somewhere. */
import { type Panel, poll } from '../browsers/browser.ts'

/** What has the focus, as a screen reader would name it: `row add_tag`, `tab Payload`; `elsewhere` when the panel has none. */
export function readFocus(panel: Panel): Promise<string> {
  return panel.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    if (!element || element === document.body || !document.hasFocus()) return 'elsewhere'
    const role = element.getAttribute('role') ?? (element.tagName === 'BUTTON' ? 'button' : element.tagName)
    const name = element.dataset['name'] ?? element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${role} ${name.trim()}`
  })
}

/** Waits until the focus is on something whose name begins like this. */
export async function waitForFocus(panel: Panel, on: string): Promise<void> {
  await poll(async () => (await readFocus(panel)).startsWith(on), `the focus on ${on}`)
}

/** Presses a key until the focus is there. Throws with the way it took when it never comes. */
export async function goTo(panel: Panel, on: string, key = 'Tab'): Promise<void> {
  const way: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    await pressAndMove(panel, key)
    const focus = await readFocus(panel)
    way.push(focus)
    if (focus.startsWith(on)) return
  }
  throw new Error(`${key} never led to ${on}, but to ${way.join(', ')}`)
}

/** A busy panel moves the focus later than it takes the key: the next would skip what has it only then. ms. */
const MOVED = 2000

async function pressAndMove(panel: Panel, key: string): Promise<void> {
  await panel.evaluate(() => void Object.assign(window, { before: document.activeElement }))
  await panel.press(key)
  await panel.evaluate(async (longest) => {
    const { before } = window as never as { before: Element | null }
    const end = performance.now() + longest
    // From outside the panel, and out of it, nothing changes in it.
    while (document.hasFocus() && document.activeElement === before && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 10))
  }, MOVED)
}

/** Presses these keys one after the other. */
export async function press(panel: Panel, ...keys: string[]): Promise<void> {
  for (const key of keys) await panel.press(key)
}

/** Types into the box that has the focus. */
export async function write(panel: Panel, text: string): Promise<void> {
  await panel.write(text)
  await poll(
    () => panel.evaluate((typed) => (document.activeElement as HTMLInputElement).value === typed, text),
    `“${text}” typed`,
  )
}

/** Waits until the panel says this somewhere. */
export async function waitForWords(panel: Panel, selector: string, words: string): Promise<void> {
  await panel.waitFor(
    (of, wanted) => [...document.querySelectorAll(of)].some((each) => each.textContent?.includes(wanted)),
    selector,
    words,
  )
}

/** How many elements there are of a kind. */
export function count(panel: Panel, selector: string): Promise<number> {
  return panel.evaluate((of) => document.querySelectorAll(of).length, selector)
}
