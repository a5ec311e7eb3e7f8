/** Entry of the studio: the tutorial in a frame beside the panel, one theme for both, and a reset. */
import { localStorageOrNothing } from '../panel/local-storage.ts'
import { mountPanel } from '../panel/mount-panel.tsx'
import { systemTheme } from '../panel/theme-source.ts'
import { createFrameLine } from './frame-line.ts'
import { createFrameReach } from './frame-reach.ts'
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
  const answer = await fetch('/reset', { method: 'POST' }).catch(() => undefined)
  said.hidden = answer?.ok === true
  if (answer?.ok) return openTutorial()
  said.textContent = `Could not reset: ${answer ? `the demo answered ${answer.status}` : 'the demo is not running'}.`
}

/** Also where the frame shows something else, which may have no page of ours to reload. */
function openTutorial(): void {
  frame.src = `/tutorial?studio&theme=${theme.current()}`
}

show()
frame.addEventListener('load', show)
// The panel listens before the page can speak.
mountPanel(find('panel'), { line: createFrameLine(frame), reach: createFrameReach(frame), theme })
openTutorial()
