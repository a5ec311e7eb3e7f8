/** Files that a person would save from the panel, taken at the last moment before the browser would write them. */
import type { Surface } from '../browsers/browser.ts'
import { press } from './log.ts'

export async function takeRecording(panel: Surface): Promise<string> {
  await catchFiles(panel)
  await press(panel, 'Save recording')
  return caught(panel)
}

/** By the beginning of the format's title in the menu. */
export async function takeExport(panel: Surface, title: string): Promise<string> {
  await catchFiles(panel)
  await press(panel, 'Export')
  await panel.waitFor((of) => {
    const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((each) =>
      each.textContent?.startsWith(of),
    )
    item?.click()
    return item !== undefined
  }, title)
  await panel.waitFor(() =>
    [...document.querySelectorAll('[role=status]')].some((each) => each.textContent?.startsWith('Ready')),
  )
  await press(panel, 'Save file')
  return caught(panel)
}

declare global {
  var caughtFile: Promise<string> | undefined
}

function catchFiles(panel: Surface): Promise<void> {
  return panel.evaluate(() => {
    const native = URL.createObjectURL
    globalThis.caughtFile = undefined
    URL.createObjectURL = (blob) => {
      globalThis.caughtFile = (blob as Blob).text()
      URL.createObjectURL = native
      return 'data:,'
    }
  })
}

function caught(panel: Surface): Promise<string> {
  return panel.waitFor(() => globalThis.caughtFile) as Promise<string>
}
