/** Mounts the whole panel into an element: the same in DevTools, in a tab, in the studio. */
import './css/tokens.css'
import './css/panel.css'
import './css/split.css'
import './css/toolbar.css'
import './css/filter.css'
import './css/log.css'
import './css/log-header.css'
import './css/details.css'
import './css/summary.css'
import { render } from 'preact'
import { localStorageOrNothing } from './local-storage.ts'
import { createStore, type StoreDeps } from './store/store.ts'
import { systemTheme, themeNamed } from './theme-source.ts'
import { App } from './views/app.tsx'

export interface PanelDeps
  extends Pick<StoreDeps, 'line'>,
    Partial<Pick<StoreDeps, 'gone' | 'theme' | 'reach' | 'openSource' | 'template' | 'host'>> {
  /** The address of a recording to show from the start. */
  recording?: string
  /** A recording to show from the start. */
  opened?: { name: string; text: string }
}

/** Answers how to take it down again. The element needs a height of its own. */
export function mountPanel(root: HTMLElement, deps: PanelDeps): () => void {
  const stop = new AbortController()
  const { userAgent } = navigator
  const store = createStore(
    {
      line: deps.line,
      reach: deps.reach,
      host: deps.host ?? 'page',
      gone: deps.gone ?? new AbortController().signal,
      now: () => Date.now(),
      schedule: atNextFrame,
      slicing: { now: () => performance.now(), rest },
      storage: localStorageOrNothing(),
      theme: deps.theme ?? themeNamed(location.search) ?? systemTheme(window),
      ...(deps.openSource ? { openSource: deps.openSource } : {}),
      browser: { family: userAgent.includes('Firefox/') ? 'firefox' : 'chrome', userAgent },
      template: deps.template ?? fetchTemplate,
      shelf: async () => (await import('./baseline-shelf.ts')).baselineShelf,
    },
    stop.signal,
  )
  if (deps.opened) void store.recordings.open(deps.opened.name, deps.opened.text)
  render(<App store={store} />, root)
  if (deps.recording !== undefined) void fetchRecording(deps.recording, store, stop.signal)
  return () => {
    stop.abort()
    render(null, root)
  }
}

/** A hidden panel has no frames, and must go on all the same. */
function atNextFrame(work: () => void): void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    work()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, 200)
}

/** The timers of a hidden page run once a second, its messages do not wait; a page that is seen is drawn between timers. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    if (!document.hidden) return void setTimeout(resolve)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(0)
  })
}

/** From where the panel itself comes: the extension's package, or the studio's server. */
async function fetchTemplate(): Promise<string> {
  const response = await fetch('/src/panel/standalone.html')
  if (!response.ok) throw new Error(`the page for it could not be read (${response.status})`)
  return await response.text()
}

async function fetchRecording(
  url: string,
  { recordings, notices }: ReturnType<typeof createStore>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const response = await fetch(url, { signal })
    if (!response.ok) throw new Error(`the server answered ${response.status}`)
    await recordings.open(url.split('/').at(-1) || url, await response.text())
  } catch (error) {
    if (!signal.aborted)
      notices.say(`The recording at ${url} could not be fetched: ${(error as Error).message}`)
  }
}
