/** Entry of the studio: the tutorial in a frame beside the panel, one theme for both, and a reset. */
import { mountPanel } from '../panel/mount-panel.tsx'
import type { Theme, ThemeSource } from '../panel/store/theme.ts'
import { systemTheme, themeNamed } from '../panel/theme-source.ts'
import { createFrameLine } from './frame-line.ts'

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E
const frame = find<HTMLIFrameElement>('tutorial')
const said = find('said')

/** What a person has chosen here, else what the address or the system says. */
const inherited = themeNamed(location.search) ?? systemTheme(window)
const hearers = new Set<(theme: Theme) => void>()
let chosen: Theme | undefined
const theme: ThemeSource = {
  current: () => chosen ?? inherited.current(),
  onChange: (hear, signal) => {
    hearers.add(hear)
    signal.addEventListener('abort', () => hearers.delete(hear))
  },
}

function show(): void {
  const now = theme.current()
  document.documentElement.dataset['theme'] = now
  if (frame.contentDocument) frame.contentDocument.documentElement.dataset['theme'] = now
  for (const hear of hearers) hear(now)
}

inherited.onChange(show, new AbortController().signal)
find('theme').addEventListener('click', () => {
  chosen = theme.current() === 'dark' ? 'light' : 'dark'
  show()
})

find('reset').addEventListener('click', () => void reset())
async function reset(): Promise<void> {
  const token =
    frame.contentDocument?.querySelector<HTMLInputElement>('[name=csrfmiddlewaretoken]')?.value ?? ''
  try {
    const response = await fetch('/reset', { method: 'POST', headers: { 'X-CSRFToken': token } })
    if (!response.ok) throw new Error(`the demo answered ${response.status}`)
    said.hidden = true
    frame.contentWindow?.location.reload()
  } catch (error) {
    said.textContent = `Could not reset: ${(error as Error).message}`
    said.hidden = false
  }
}

show()
frame.addEventListener('load', show)
// The panel listens before the page can speak.
mountPanel(find('panel'), { line: createFrameLine(frame), theme })
frame.src = `/tutorial?studio&theme=${theme.current()}`
