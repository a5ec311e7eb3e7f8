/** Firefox's own privileged side: the toolbox, the panel's process, the extension's event page (recipes, "Q4", "Q6"). */
import { writeFileSync } from 'node:fs'
import type { Bidi } from './bidi.ts'
import { type Panel, poll, type Remote, type Surface } from './browser.ts'
import { pressInWindow } from './firefox-keys.ts'

/** Runs a function in the browser's own window. */
export type Chrome = <A extends unknown[], R>(run: Remote<A, R>, ...args: A) => Promise<Awaited<R>>

/** The few privileged names these functions touch over there. */
declare global {
  const WebExtensionPolicy: {
    getByID(id: string): {
      mozExtensionHostname: string
      extension: { terminateBackground(how: object): Promise<void> }
    }
  }
  const ChromeUtils: { importESModule(url: string): { require(path: string): { gDevTools: DevTools } } }
  const gBrowser: { tabs: Iterable<ChromeTab>; selectedTab: ChromeTab; selectedBrowser: { focus(): void } }
  var djustPanel: () => PanelBrowser | undefined
  var djustToolbox: Toolbox | undefined
}
interface ChromeTab {
  linkedBrowser: { currentURI: { spec: string } }
}
interface Toolbox {
  doc: Document
  currentToolId: string
  splitConsole: boolean
  getAdditionalTools(): { id: string; label: string }[]
  selectTool(id: string): Promise<void>
}
interface DevTools {
  showToolboxForTab(tab: ChromeTab, options: object): Promise<Toolbox>
}
interface PanelBrowser {
  focus(): void
  currentURI?: { spec: string }
  messageManager: {
    addMessageListener(
      name: string,
      hear: (message: { data: { error?: string; value?: string } }) => void,
    ): void
    loadFrameScript(url: string, delayed: boolean): void
  }
}

export async function chromeOf(bidi: Bidi): Promise<Chrome> {
  const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>(
    'browsingContext.getTree',
    { 'moz:scope': 'chrome' },
  )
  const context = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')?.context
  return async (run, ...args) => {
    const answer = await bidi.send<{
      type: string
      result: { value?: string }
      exceptionDetails: { text: string }
    }>('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify((await (${run})(...JSON.parse(args))) ?? null)`,
      awaitPromise: true,
      target: { context },
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
    })
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
    return JSON.parse(answer.result.value ?? 'null')
  }
}

export async function openToolbox(chrome: Chrome, url: string): Promise<Panel> {
  await chrome(async (address) => {
    const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs')
    const { gDevTools } = require('devtools/client/framework/devtools')
    const tab = [...gBrowser.tabs].find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === address)
    if (!tab) throw new Error(`no tab at ${address}`)
    gBrowser.selectedTab = tab
    const toolbox = await gDevTools.showToolboxForTab(tab, { toolId: 'webconsole' })
    for (let tries = 0; tries < 200; tries++) {
      const tool = toolbox.getAdditionalTools().find(({ label }) => label === 'djust')
      if (tool) {
        await toolbox.selectTool(tool.id)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    globalThis.djustToolbox = toolbox
    globalThis.djustPanel = () =>
      [...toolbox.doc.querySelectorAll('iframe')]
        .find(({ src, id }) => src.includes('webext-panels') && id.includes(toolbox.currentToolId))
        ?.contentDocument?.querySelector('browser') as unknown as PanelBrowser | undefined
  }, url)
  // A frame script sent before the panel is there is lost, and with it the answer.
  await poll(
    () => chrome(() => globalThis.djustPanel()?.currentURI?.spec.startsWith('moz-extension:')),
    'the djust panel in the toolbox',
  )
  const panel = panelOf(chrome)
  await panel.waitFor(() => Boolean(document.querySelector('[role=grid], [data-empty]')))
  return panel
}

function panelOf(chrome: Chrome): Panel {
  const evaluate = async <A extends unknown[], R>(run: Remote<A, R>, ...args: A): Promise<Awaited<R>> =>
    JSON.parse(
      await chrome(
        (code, values) =>
          new Promise<string>((resolve, reject) => {
            const panel = globalThis.djustPanel()
            if (!panel) return reject(new Error('the djust panel is not open'))
            const name = `djust:${Math.random()}`
            setTimeout(() => reject(new Error('the panel did not answer within 30 s')), 30_000)
            panel.messageManager.addMessageListener(name, ({ data }) =>
              data.error === undefined ? resolve(data.value ?? 'null') : reject(new Error(data.error)),
            )
            const script = `(async () => {
              const say = (message) => sendAsyncMessage(${JSON.stringify(name)}, message)
              try {
                // The panel's own objects, not this script's view of them: what is replaced there is replaced for the panel.
                const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })
                const work = '(async () => JSON.stringify((await (' + ${JSON.stringify(code)} + ')(...' + ${JSON.stringify(values)} + ')) ?? null))()'
                say({ value: await Cu.evalInSandbox(work, sandbox) })
              } catch (error) { say({ error: String(error) }) }
            })()`
            panel.messageManager.loadFrameScript(
              `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
              false,
            )
          }),
        run.toString(),
        JSON.stringify(args),
      ),
    )
  const surface: Surface = {
    evaluate,
    waitFor: (run, ...args) => poll(() => evaluate(run, ...args), run.toString()),
  }
  return {
    ...surface,
    takeKeys: async () => {
      await chrome(() => globalThis.djustPanel()?.focus())
      await surface.waitFor(() => document.hasFocus())
    },
    press: (key) => pressInWindow(chrome, key),
    write: async (text) => {
      for (const letter of text) await pressInWindow(chrome, letter)
    },
    isDrawerOpen: () => chrome(() => globalThis.djustToolbox?.splitConsole === true),
    screenshot: async (file) => writeFileSync(file, await drawWindow(chrome)),
  }
}

/** The whole window with the toolbox docked below the page: DevTools as a person sees them. */
async function drawWindow(chrome: Chrome): Promise<Buffer> {
  const png = await chrome(async () => {
    const global = (globalThis as unknown as { browsingContext: { currentWindowGlobal: WindowGlobal } })
      .browsingContext.currentWindowGlobal
    const bitmap = await global.drawSnapshot(null, 1, 'white')
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    return canvas.toDataURL('image/png').split(',')[1]
  })
  return Buffer.from(png ?? '', 'base64')
}
interface WindowGlobal {
  drawSnapshot(rect: null, scale: number, background: string): Promise<ImageBitmap>
}

export async function stopEventPage(chrome: Chrome, id: string): Promise<void> {
  await chrome(
    (of) =>
      WebExtensionPolicy.getByID(of).extension.terminateBackground({
        ignoreDevToolsAttached: true,
        disableResetIdleForTest: true,
      }),
    id,
  )
}
