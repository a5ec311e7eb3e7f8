/** Chromium's own Network panel, in the same DevTools as ours: what it holds, and a file opened in it. */
import type { Page as PlaywrightPage } from 'playwright'
import { poll } from './browser.ts'

export interface NetworkMessage {
  type: 'send' | 'receive' | 'error'
  /** Epoch ms, of an imported one. */
  at: number
  data: string
}

export interface NetworkRequest {
  url: string
  /** The panel's word for it: `fetch`, `websocket`, … */
  type: string
  status: number
  /** Epoch ms, of an imported one. */
  start: number
  /** ms. */
  duration: number
  messages: NetworkMessage[]
}

export interface Network {
  /** What the panel's model holds, in its order. */
  readRequests(): Promise<NetworkRequest[]>
  /** The rows of its grid that are drawn, by what their first cell says. */
  readRows(): Promise<string[]>
  /** What its checkboxes are called. */
  readSwitches(): Promise<string[]>
  /** As its import button does, and waits until it has taken in that many. */
  importHar(text: string, count: number): Promise<void>
}

/** The few names of DevTools' own modules that these functions touch. */
interface Tools {
  UI: { ViewManager: { ViewManager: { instance(): { showView(id: string): Promise<void> } } } }
  Logs: { NetworkLog: { NetworkLog: { instance(): { requests(): TheirRequest[] } } } }
  Network: {
    NetworkPanel: {
      NetworkPanel: {
        instance(): { element: Element; networkLogView: { onLoadFromFile(file: File): Promise<void> } }
      }
    }
  }
}
interface TheirRequest {
  url(): string
  resourceType(): { name(): string }
  statusCode: number
  /** Seconds. */
  startTime: number
  duration: number
  frames(): { type: NetworkMessage['type']; time: number; text: string }[]
}
declare global {
  var devToolsModules: Tools
}

/** As text, because a test runner rewrites `import` in functions. */
const TAKE_MODULES = `(async () => {
  const [UI, Logs, Network] = await Promise.all([
    import('./ui/legacy/legacy.js'), import('./models/logs/logs.js'), import('./panels/network/network.js'),
  ])
  globalThis.devToolsModules = { UI, Logs, Network }
  await UI.ViewManager.ViewManager.instance().showView('network')
})()`

/** `tools`: the page of DevTools. Brings the Network panel to the front. */
export async function openNetwork(tools: PlaywrightPage): Promise<Network> {
  await tools.evaluate(TAKE_MODULES)
  const run = <R>(text: string) => tools.evaluate(text) as Promise<R>
  const readTexts = (of: string) => run<string[]>(`(${textsInTools})(${JSON.stringify(of)})`)
  const readRows = () => readTexts('.network-log-grid tr.data-grid-data-grid-node td.name-column')
  const readRequests = () => run<NetworkRequest[]>(`(${requestsInTools})()`)
  return {
    readRequests,
    readRows,
    readSwitches: () => readTexts('.devtools-checkbox-text'),
    async importHar(text, count) {
      await run(`(${importInTools})(${JSON.stringify(text)})`)
      await poll(async () => (await readRequests()).length === count, `${count} imported requests`)
      await poll(async () => (await readRows()).length > 0, 'a row in the Network panel')
    },
  }
}

function requestsInTools(): NetworkRequest[] {
  return devToolsModules.Logs.NetworkLog.NetworkLog.instance()
    .requests()
    .map((request) => ({
      url: request.url(),
      type: request.resourceType().name(),
      status: request.statusCode,
      start: request.startTime * 1000,
      duration: request.duration * 1000,
      messages: request.frames().map(({ type, time, text }) => ({ type, at: time * 1000, data: text })),
    }))
}

/** Of every part of the panel that fits. It stands in shadow roots of its widgets. */
function textsInTools(selector: string): string[] {
  const { element } = devToolsModules.Network.NetworkPanel.NetworkPanel.instance()
  const texts: string[] = []
  const look = (root: Element | ShadowRoot) => {
    for (const part of root.querySelectorAll(selector)) texts.push(part.textContent?.trim() ?? '')
    for (const each of root.querySelectorAll('*')) if (each.shadowRoot) look(each.shadowRoot)
  }
  look(element)
  return texts
}

function importInTools(text: string): Promise<void> {
  const panel = devToolsModules.Network.NetworkPanel.NetworkPanel.instance()
  return panel.networkLogView.onLoadFromFile(new File([text], 'log.har', { type: 'application/json' }))
}
