/** Entry of the studio: the tutorial in a frame beside the panel, one theme for both, and a reset. */
import { localStorageOrNothing } from '../panel/local-storage.ts'
import { mountPanel } from '../panel/mount-panel.tsx'
import { systemTheme } from '../panel/theme-source.ts'
import { createFrameLine } from './frame-line.ts'
import { createStudioTheme } from './studio-theme.ts'

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E
const frame = find<HTMLIFrameElement>('tutorial')
const said = find('said')

const theme = createStudioTheme({
  storage: localStorageOrNothing(),
  system: systemTheme(window),
  search: location.search,
})

function show(): void {
  const now = theme.current()
  document.documentElement.dataset['theme'] = now
  if (frame.contentDocument) frame.contentDocument.documentElement.dataset['theme'] = now
}

theme.onChange(show, new AbortController().signal)
find('theme').addEventListener('click', () => {
  theme.toggle()
  // What the address says would win again after a reload.
  const address = new URL(location.href)
  address.searchParams.delete('theme')
  history.replaceState(null, '', address)
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
