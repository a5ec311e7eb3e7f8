/** Entry of the panel: joins it to the extension when it stands in one, and to nothing on a plain page. */
import { joinExtension } from './join-extension.ts'
import { mountPanel, type PanelDeps } from './mount-panel.tsx'
import { themeNamed } from './theme-source.ts'

const root = document.getElementById('panel') as HTMLElement
const params = new URLSearchParams(location.search)

async function depsHere(): Promise<PanelDeps> {
  const recording = params.get('recording')
  const asked: Pick<PanelDeps, 'recording'> = recording === null ? {} : { recording }
  // The polyfill throws outside an extension, so that a plain page must not even load it.
  if (location.protocol === 'http:' || location.protocol === 'https:') return { line: undefined, ...asked }
  const { browser } = await import('./polyfill.ts')
  const theme = themeNamed(location.search)
  return { ...joinExtension(browser, params.get('tab')), ...(theme ? { theme } : {}), ...asked }
}

void depsHere().then((deps) => mountPanel(root, deps))
