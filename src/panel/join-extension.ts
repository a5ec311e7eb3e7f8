/** Joins the panel to the worker and to the inspected page. */
import type { Browser } from 'webextension-polyfill'
import { PORTS } from '../protocol/channel.ts'
import type { Port } from '../protocol/port.ts'
import type { Reach } from '../protocol/reach.ts'
import type { PanelDeps } from './mount-panel.tsx'
import { createPortLine } from './port-line.ts'
import { devtoolsTheme, type ThemePanels } from './theme-source.ts'
import { createWorkerReach } from './worker-reach.ts'

/** `named` is the tab that the address names; without it the panel stands in DevTools and watches what they inspect. */
export function joinExtension(
  browser: Browser,
  named: string | null,
): Pick<PanelDeps, 'line' | 'gone' | 'theme' | 'reach' | 'openSource' | 'host'> {
  // Absent in a tab; the types do not know that.
  const devtools = browser.devtools as Browser['devtools'] | undefined
  const tab = named ?? devtools?.inspectedWindow.tabId
  const gone = new AbortController()
  if (tab === undefined) return { line: undefined }

  async function look(): Promise<void> {
    const origin = devtools ? await inspectedOrigin(devtools) : await originOfTab(browser, Number(tab))
    if (origin !== undefined) line.post({ say: 'look', origin })
  }
  const line = createPortLine(
    {
      connect: () =>
        browser.runtime.id ? (browser.runtime.connect({ name: `${PORTS.panel}${tab}` }) as Port) : undefined,
      onConnect: () => {
        reach.reopened()
        void look()
      },
      onGone: () => gone.abort(),
      later: (work, ms) => void setTimeout(work, ms),
    },
    new AbortController().signal,
  )
  const reach = createWorkerReach(line)
  // The new page has no context to ask yet, so its address is taken as told.
  devtools?.network.onNavigated.addListener((url) => line.post({ say: 'look', origin: originOf(url) }))
  return {
    line,
    reach: { ...reach, ...(devtools ? inspectorOf(browser) : NO_INSPECTOR) },
    gone: gone.signal,
    ...(devtools
      ? {
          host: 'devtools',
          theme: devtoolsTheme(devtools.panels as ThemePanels),
          ...sourcesOf(devtools.panels as SourcePanels),
        }
      : {}),
  }
}

/** Chrome's only; lines count from 0 there. */
interface SourcePanels {
  openResource?: (url: string, line: number) => void
}

function sourcesOf(panels: SourcePanels): Pick<PanelDeps, 'openSource'> {
  return panels.openResource ? { openSource: (url, line) => panels.openResource?.(url, line - 1) } : {}
}

type Inspector = Pick<Reach, 'inspects' | 'inspect'>

const NO_INSPECTOR: Inspector = {
  inspects: 'none',
  inspect: async () => ({ ok: false, says: 'Only DevTools have an inspector to show it in.' }),
}

/** Firefox reads no options when it evaluates, so it never leaves the top frame. */
function inspectorOf({ runtime, devtools }: Browser): Inspector {
  return {
    inspects: 'getBrowserInfo' in runtime ? 'the top frame' : 'all frames',
    inspect: async (document, selector) => {
      const { inspectElement } = await import('./inspect-element.ts')
      return inspectElement(devtools.inspectedWindow, document, selector)
    },
  }
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? ''
}

/** Empty for a page that lets nobody ask, as the browser's own pages do. */
async function inspectedOrigin({ inspectedWindow }: Browser['devtools']): Promise<string> {
  try {
    // The polyfill promises [result, error]; Chrome's own promise, which it steps aside for, the result alone.
    const answer: unknown = await inspectedWindow.eval('location.origin')
    const origin: unknown = Array.isArray(answer) ? answer[0] : answer
    return typeof origin === 'string' ? origin : ''
  } catch {
    return ''
  }
}

/** Undefined where the browser does not tell an address that we may not know. */
async function originOfTab({ tabs }: Browser, tab: number): Promise<string | undefined> {
  try {
    const { url } = await tabs.get(tab)
    return url === undefined ? undefined : originOf(url)
  } catch {
    return undefined
  }
}
