/** Plays one step of a Chrome Recorder JSON in a page, as its own replay does. */
import type { Locator, Page } from 'playwright'
import { CliError } from '../cli-error.ts'
import { type Step, selectorsOf } from './read-steps.ts'

/** ms; how long an element may take to come. */
const PATIENCE = 10_000

/** @throws CliError when there is no such step, or no such element. */
export async function playStep(page: Page, step: Step): Promise<void> {
  switch (step.type) {
    case 'navigate':
      await page.goto(String(step.url))
      return
    case 'setViewport':
      await page.setViewportSize({ width: Number(step.width), height: Number(step.height) })
      return
    case 'click':
      return (await find(page, step)).click()
    case 'doubleClick':
      return (await find(page, step)).dblclick()
    case 'hover':
      return (await find(page, step)).hover()
    case 'change':
      return change(await find(page, step), String(step.value))
    case 'keyDown':
      return page.keyboard.down(String(step.key))
    case 'keyUp':
      return page.keyboard.up(String(step.key))
    case 'scroll':
      await page.mouse.wheel(Number(step.x ?? 0), Number(step.y ?? 0))
      return
    case 'waitForElement':
      await find(page, step)
      return
    default:
      throw new CliError(`The step ${step.type} is not known. Known are ${KNOWN.join(', ')}.`)
  }
}

const KNOWN = [
  ...['navigate', 'setViewport', 'click', 'doubleClick', 'hover', 'change'],
  ...['keyDown', 'keyUp', 'scroll', 'waitForElement'],
]

/** What is written is typed key by key: a value that is set would come from no person, and rows would not say who asked. */
const TYPED = /^(?:text|search|email|url|tel|password|textarea)$/

async function change(field: Locator, value: string): Promise<void> {
  const type = await field.evaluate((element) => (element as HTMLInputElement).type)
  if (type.startsWith('select')) await field.selectOption(value)
  else if (TYPED.test(type)) {
    await field.clear()
    await field.pressSequentially(value)
  } else await field.fill(value)
}

/** By the first of its selectors that finds anything: the Recorder writes several for the same element. */
async function find(page: Page, step: Step): Promise<Locator> {
  const selectors = selectorsOf(step)
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    for (const selector of selectors) {
      const found = page.locator(selector).first()
      if (await found.count().catch(() => 0)) return found
    }
    await page.waitForTimeout(50)
  }
  throw new CliError(`No element for the step ${step.type}: looked for ${selectors.join(', ') || 'nothing'}.`)
}
