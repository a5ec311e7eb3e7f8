/** What of the panel a person cannot reach where there is little room: controls outside of it, and parts that scroll and must not. */
import type { Surface } from '../browsers/browser.ts'

/** A sentence for each. */
export function clippedIn(surface: Surface): Promise<string[]> {
  return surface.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('.djust-panel')
    if (!panel) return ['there is no panel']
    const found: string[] = []
    const room = panel.getBoundingClientRect()
    for (const element of panel.querySelectorAll<HTMLElement>(
      'button, input, [role=tab], [role=separator]',
    )) {
      // What scrolls leads to what is in it.
      if (
        element.closest(
          '.log, .strip, .pane, .instead .tabs, .view-statistics, .menu, .completions, .dialog, [inert]',
        )
      )
        continue
      const { left, right, top, bottom, width } = element.getBoundingClientRect()
      if (width === 0 || !element.checkVisibility()) continue
      if (left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1)
        found.push(`${element.ariaLabel ?? element.textContent} lies outside`)
    }
    const still =
      '.djust-panel, .first, .pane, .view-statistics, .dialog .body, .menu, .completions, .problems'
    for (const element of [panel, ...panel.querySelectorAll<HTMLElement>(still)])
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        found.push(`${element.className} is ${element.scrollWidth - element.clientWidth} px too wide`)
    for (const element of [document.documentElement, panel])
      if (element.scrollHeight > element.clientHeight + 1)
        found.push(
          `${element.className || 'the page'} is ${element.scrollHeight - element.clientHeight} px too high`,
        )
    return found
  })
}
