/** Does to a page what an entry of the zoo says, with real input wherever a person would use a hand. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tab } from '../browsers/browser.ts'
import type { Act } from './entries.ts'

const note = join(tmpdir(), 'djust-zoo-note.txt')

export async function act(tab: Tab, [kind, where, value = '']: Act): Promise<void> {
  const selector = String(where)
  switch (kind) {
    case 'click':
      return tab.click(selector)
    case 'script-click':
      return tab.evaluate((of) => document.querySelector<HTMLElement>(of)?.click(), selector)
    case 'fill':
      await focus(tab, selector)
      await tab.press('Control+a')
      return tab.type(selector, value, 5)
    case 'type':
      return tab.type(selector, value, 5)
    case 'press':
      await focus(tab, selector)
      return tab.press(value)
    case 'key':
      return tab.press(selector)
    case 'select':
      return choose(tab, selector, value)
    case 'scroll-end':
      return tab.evaluate((of) => {
        const box = document.querySelector(of)
        // Nobody scrolls what docked DevTools have pushed out of sight.
        box?.scrollIntoView()
        if (box) box.scrollTop = box.scrollHeight
      }, selector)
    case 'upload':
      writeFileSync(note, 'a note for the zoo\n'.repeat(10))
      return tab.choose(selector, [note])
    case 'back':
      return tab.evaluate(() => history.back())
    case 'focus':
      return focus(tab, selector)
    case 'pause':
      return new Promise((resolve) => setTimeout(resolve, Number(where)))
    default:
      throw new Error(`The zoo asks for “${kind}”, which this driver does not know.`)
  }
}

async function focus(tab: Tab, selector: string): Promise<void> {
  await tab.waitFor((of) => document.querySelector(of) !== null, selector)
  await tab.evaluate((of) => document.querySelector<HTMLElement>(of)?.focus(), selector)
}

/** With the arrow keys, as a person without a mouse would. */
async function choose(tab: Tab, selector: string, value: string): Promise<void> {
  await focus(tab, selector)
  for (let step = 0; step < 20; step++) {
    const now = await tab.evaluate((of) => document.querySelector<HTMLSelectElement>(of)?.value, selector)
    if (now === value) return
    await tab.press('ArrowDown')
  }
  throw new Error(`${selector} never came to ${value}.`)
}
