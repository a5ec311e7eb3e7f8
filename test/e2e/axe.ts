/** What axe finds in a document of either browser. */
import axe from 'axe-core'
import type { Surface } from '../browsers/browser.ts'

/** `rule: the element`, for each; of this document alone, not of frames in it. */
export async function complaintsOn(surface: Surface): Promise<string[]> {
  // As a function of its own text: the panel's policy lets nobody add a script.
  const load = { toString: () => `() => { ${axe.source} }` } as unknown as () => void
  if (!(await surface.evaluate(() => 'axe' in globalThis))) await surface.evaluate(load)
  return surface.evaluate(async () => {
    const there = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations } = await there.run({ iframes: false })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}
