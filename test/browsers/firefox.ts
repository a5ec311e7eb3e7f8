/** Firefox by WebDriver BiDi: the extension installed for the session, and the panel inside the real toolbox. */
import { writeFileSync } from 'node:fs'
import { type Bidi, startFirefox } from './bidi.ts'
import {
  type LaunchOptions,
  type Page,
  poll,
  type Remote,
  type Surface,
  type Tab,
  type TestBrowser,
} from './browser.ts'
import { type Chrome, chromeOf, openToolbox, stopEventPage } from './firefox-chrome.ts'
import { hearConsole } from './firefox-console.ts'

interface RemoteResult {
  type: 'success' | 'exception'
  result: { value?: string }
  exceptionDetails: { text: string }
}
interface Context {
  context: string
  url: string
  children?: Context[] | null
}

/** WebDriver's own code points for keys that write nothing. */
const KEYS: Record<string, string> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  F10: '\uE03A',
  Home: '\uE011',
  Shift: '\uE008',
  Tab: '\uE004',
}

export async function launchFirefox({ extension, hosts = [] }: LaunchOptions): Promise<TestBrowser> {
  const bidi = await startFirefox({
    ...(hosts.length ? { 'network.dns.localDomains': hosts.join(',') } : {}),
    // Off by default since Firefox stopped reaching this machine by that address; the people who use it switch it on.
    'network.socket.ip_addr_any.disabled': false,
    // The doorhanger cannot be answered without a screen; the click that asks is still a real one.
    'extensions.webextOptionalPermissionPrompts': false,
  })
  const id = extension
    ? (
        await bidi.send<{ extension: string }>('webExtension.install', {
          extensionData: { type: 'path', path: extension },
        })
      ).extension
    : ''
  const chrome = await chromeOf(bidi)

  const create = async () =>
    (await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })).context
  return {
    name: 'firefox',
    openTab: async () => tabOf(bidi, chrome, await create()),
    openOwnPage: async (path) => {
      const host = await chrome((of) => WebExtensionPolicy.getByID(of).mozExtensionHostname, id)
      const context = await create()
      const url = `moz-extension://${host}/${path}`
      // The answer to this navigation is lost when the tab moves to the extension's process (recipes, "Q5").
      await bidi.send('browsingContext.navigate', { context, url, wait: 'none' })
      const tab = tabOf(bidi, chrome, context)
      await tab.waitFor(() => location.protocol === 'moz-extension:' && document.readyState === 'complete')
      return tab
    },
    approve: async () => {},
    stopBackground: () => stopEventPage(chrome, id),
    close: () => bidi.close(),
  }
}

function surfaceOf(bidi: Bidi, context: string): Surface {
  const evaluate = async <A extends unknown[], R>(run: Remote<A, R>, ...args: A): Promise<Awaited<R>> => {
    const answer = await bidi.send<RemoteResult>('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify((await (${run})(...JSON.parse(args))) ?? null)`,
      awaitPromise: true,
      target: { context },
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      userActivation: false,
    })
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
    return JSON.parse(answer.result.value ?? 'null') as Awaited<R>
  }
  return { evaluate, waitFor: (run, ...args) => poll(() => evaluate(run, ...args), run.toString()) }
}

function pageOf(bidi: Bidi, context: string): Page {
  const surface = surfaceOf(bidi, context)
  const perform = (actions: object[]) => bidi.send('input.performActions', { context, actions })
  const keys = (text: string[], delay: number) =>
    perform([
      {
        type: 'key',
        id: 'keyboard',
        actions: text.flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
          { type: 'pause', duration: delay },
        ]),
      },
    ])
  return {
    ...surface,
    click: async (selector) => {
      // A page that has just come to the front may not be there yet for the pointer; a click that nobody heard is made again.
      await poll(async () => {
        const element = await locate(bidi, context, selector)
        const wasHeard = await hearPointer(bidi, context)
        const origin = { type: 'element', element }
        const pointer = [
          { type: 'pointerMove', x: 0, y: 0, origin },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]
        await perform([{ type: 'pointer', id: 'mouse', actions: pointer }])
        return wasHeard()
      }, `a click on ${selector}`)
    },
    type: async (selector, text, delay = 30) => {
      await surface.waitFor((of) => Boolean(document.querySelector(of)), selector)
      await surface.evaluate((of) => document.querySelector<HTMLElement>(of)?.focus(), selector)
      await keys([...text], delay)
    },
    press: async (key) => {
      const values = key.split('+').map((each) => KEYS[each] ?? each)
      const down = values.map((value) => ({ type: 'keyDown', value }))
      const up = values.toReversed().map((value) => ({ type: 'keyUp', value }))
      await perform([{ type: 'key', id: 'keyboard', actions: [...down, ...up] }])
    },
    choose: async (selector, files) => {
      const element = await locate(bidi, context, selector)
      await bidi.send('input.setFiles', { context, element, files })
    },
    frame: async (address) =>
      poll(async () => {
        const { contexts } = await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {
          root: context,
        })
        const found = (contexts[0]?.children ?? []).find(({ url }) => url.includes(address))
        return found && pageOf(bidi, found.context)
      }, `a frame at ${address}`),
  }
}

/** Listens beside the page, which sees nothing of it. What the answer's page never heard of counts as heard: it is another one. */
async function hearPointer(bidi: Bidi, context: string): Promise<() => Promise<boolean>> {
  const inSandbox = (functionDeclaration: string) =>
    bidi.send<RemoteResult>('script.callFunction', {
      functionDeclaration,
      awaitPromise: true,
      target: { context, sandbox: 'pointer' },
    })
  await inSandbox(`() => {
    globalThis.heard = 'no'
    window.addEventListener('pointerdown', () => { globalThis.heard = 'yes' }, { capture: true, once: true })
  }`)
  return async () => {
    const answer = await inSandbox('() => globalThis.heard').catch(() => undefined)
    return answer?.type !== 'success' || answer.result.value !== 'no'
  }
}

/** Waits for the element, brings it into view, and gives BiDi's reference to it. */
async function locate(bidi: Bidi, context: string, selector: string): Promise<{ sharedId: string }> {
  return poll(async () => {
    const { nodes } = await bidi.send<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: selector },
      maxNodeCount: 1,
    })
    const [node] = nodes
    if (!node) return undefined
    await bidi.send('script.callFunction', {
      functionDeclaration: `(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })`,
      awaitPromise: true,
      target: { context },
      arguments: [{ sharedId: node.sharedId }],
    })
    return { sharedId: node.sharedId }
  }, `an element ${selector}`)
}

function tabOf(bidi: Bidi, chrome: Chrome, context: string): Tab {
  const page = pageOf(bidi, context)
  // The toolbox keeps the focus from a page that is clicked through the protocol, and a field there would hear of none.
  const front = async () => {
    await bidi.send('browsingContext.activate', { context })
    await chrome(() => gBrowser.selectedBrowser.focus())
  }
  return {
    ...page,
    click: async (selector) => {
      await front()
      await page.click(selector)
    },
    type: async (...given) => {
      await front()
      await page.type(...given)
    },
    goto: async (url) =>
      void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    hearConsole: (hear) => hearConsole(bidi, context, hear),
    resize: async (width, height) =>
      void (await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } })),
    openPanel: async () => openToolbox(chrome, await page.evaluate(() => location.href)),
    screenshot: async (file) => {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context })
      writeFileSync(file, Buffer.from(data, 'base64'))
    },
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  }
}
