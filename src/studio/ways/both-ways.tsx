/** Entry of Both ways: one typing, played through an event handler and through a server function. */
import '../../panel/css/tokens.css'
import { render } from 'preact'
import { localStorageOrNothing } from '../../panel/local-storage.ts'
import { systemTheme } from '../../panel/theme-source.ts'
import { createStudioTheme } from '../studio-theme.ts'
import { App } from './app.tsx'
import { createWays } from './ways-store.ts'

const theme = createStudioTheme({
  storage: localStorageOrNothing(),
  system: systemTheme(window),
  search: location.search,
})
const ways = createWays(theme.current)
const root = document.getElementById('ways') as HTMLElement

function show(): void {
  const now = theme.current()
  document.documentElement.dataset['theme'] = now
  for (const { frame } of ways.stages) {
    const { contentDocument } = frame
    if (contentDocument) contentDocument.documentElement.dataset['theme'] = now
  }
}

root.className = 'djust-panel ways'
show()
theme.onChange(show, new AbortController().signal)
document.getElementById('theme')?.addEventListener('click', () => theme.toggle())
render(<App ways={ways} />, root)
