/** Chromium by Playwright: the extension loaded, and the panel inside the real DevTools. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, CDPSession, Frame, Page as PlaywrightPage } from 'playwright'
import { ensureBrowser } from '../../scripts/browsers.ts'
import {
  type LaunchOptions,
  type Page,
  type Panel,
  poll,
  type Surface,
  type Tab,
  type TestBrowser,
} from './browser.ts'
import { hearConsole } from './chromium-console.ts'
import { FLAGS } from './chromium-flags.ts'
import { openNetwork } from './chromium-network.ts'

// Read once, when Playwright loads: without it the DevTools page never shows up among the pages.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1'
const { chromium } = await import('playwright')

export async function launchChromium({ extension, hosts = [] }: LaunchOptions): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'djust-chromium-'))
  // As everyone has it who loads an unpacked extension: without it, one that is reloaded never comes back.
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default/Preferences'), '{"extensions":{"ui":{"developer_mode":true}}}')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium'),
    headless: true,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...FLAGS,
      '--window-size=1400,900',
      ...(hosts.length
        ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`]
        : []),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  })
  const browser = context.browser()
  if (!browser) throw new Error('Chromium gave no browser to speak to.')
  const cdp = await browser.newBrowserCDPSession()

  // Asked for while it lives: after a reload of the extension its worker sleeps until it is needed.
  let known: Promise<string> | undefined
  const id = () => {
    known ??= idOf(context)
    return known
  }

  return {
    name: 'chromium',
    openTab: async () => tabOf(await context.newPage(), context, cdp),
    openOwnPage: async (path) => {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${await id()}/${path}`)
      return tabOf(page, context, cdp)
    },
    approve: async (pattern) => approve(context, await id(), pattern),
    stopBackground: () => stopWorker(cdp),
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function idOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return new URL(worker.url()).host
}

/** Grants the pattern through the browser's own extensions page and takes it back: what was granted once is not asked about again. */
async function approve(context: BrowserContext, id: string, pattern: string): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(`(async () => {
    const access = (hostAccess) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', hostAccess })
    await access('ON_SPECIFIC_SITES')
    await chrome.developerPrivate.addHostPermission('${id}', '${pattern}')
    await access('ON_ALL_SITES')
  })()`)
  await page.goto(`chrome-extension://${id}/src/popup/popup.html`)
  await page.evaluate(`chrome.permissions.remove({ origins: ['${pattern}'] })`)
  await page.close()
}

/** Closing the worker's target is what the browser does after 30 s of idleness (recipes, "Q6 lifetime"). */
async function stopWorker(cdp: CDPSession): Promise<void> {
  const { targetInfos } = await cdp.send('Target.getTargets')
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'),
  )
  if (!worker) throw new Error('No worker of the extension is running.')
  await cdp.send('Target.closeTarget', { targetId: worker.targetId })
}

/** As an expression and not through `new Function`: the browser's own door does not ask a page's policy. */
function surfaceOf(frame: PlaywrightPage | Frame): Surface {
  const evaluate = ((run, ...args) =>
    frame.evaluate(`(${run.toString()})(...${JSON.stringify(args)})`)) as Surface['evaluate']
  return { evaluate, waitFor: (run, ...args) => poll(() => evaluate(run, ...args), run.toString()) }
}

function pageOf(frame: PlaywrightPage | Frame, page: PlaywrightPage): Page {
  return {
    ...surfaceOf(frame),
    click: (selector) => frame.click(selector),
    type: async (selector, text, delay = 30) => {
      await frame.focus(selector)
      await page.keyboard.type(text, { delay })
    },
    press: (key) => page.keyboard.press(key),
    choose: (selector, files) => frame.setInputFiles(selector, files),
    frame: async (address) =>
      pageOf(
        await poll(
          async () => page.frames().find((each) => each.url().includes(address)),
          `a frame at ${address}`,
        ),
        page,
      ),
  }
}

function tabOf(page: PlaywrightPage, context: BrowserContext, cdp: CDPSession): Tab {
  return {
    ...pageOf(page, page),
    goto: async (url) => void (await page.goto(url)),
    hearConsole: async (hear) => hearConsole(await context.newCDPSession(page), hear),
    resize: (width, height) => page.setViewportSize({ width, height }),
    openPanel: () => openPanel(page, context, cdp),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    close: () => page.close(),
  }
}

/** See recipes, "Q3": every wait here stands for a flake that somebody met. */
async function openPanel(page: PlaywrightPage, context: BrowserContext, cdp: CDPSession): Promise<Panel> {
  // The docked DevTools of a background tab never load the panel.
  await page.bringToFront()
  const session = await context.newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  const before = new Set(context.pages())
  await cdp.send('Target.openDevTools' as 'Target.activateTarget', { targetId: targetInfo.targetId })
  const tools = await poll(
    async () => context.pages().find((each) => !before.has(each) && each.url().startsWith('devtools://')),
    'the DevTools window',
  )
  // Asked for any earlier, the view manager throws or is left half made.
  await tools.locator('[role=tab][id=tab-console]').waitFor({ state: 'attached', timeout: 20_000 })
  const frame = await poll(async () => {
    // DevTools restores its own last panel some time after it has started, so asking once is not enough.
    await tools.evaluate(SHOW_PANEL)
    await page.waitForTimeout(250)
    return tools.frames().find((each) => each.url().includes('/src/panel/panel.html'))
  }, 'the djust panel in DevTools')
  await frame.locator('[role=grid], [data-empty]').first().waitFor({ timeout: 15_000 })
  return {
    ...surfaceOf(frame),
    takeKeys: async () => {
      await tools.bringToFront()
      await tools.evaluate(SHOW_PANEL)
      await (await frame.frameElement()).focus()
    },
    press: (key) => tools.keyboard.press(key),
    write: (text) => tools.keyboard.type(text, { delay: 30 }),
    screenshot: async (file) => void (await tools.screenshot({ path: file })),
    isDrawerOpen: () => tools.evaluate(IS_DRAWER_OPEN) as Promise<boolean>,
    openNetwork: () => openNetwork(tools),
    wearTheme: (colorScheme) => tools.emulateMedia({ colorScheme }),
  }
}

const IS_DRAWER_OPEN = `(async () => {
  const UI = await import('./ui/legacy/legacy.js')
  return UI.InspectorView.InspectorView.instance().drawerVisible()
})()`

const SHOW_PANEL = `(async () => {
  const UI = await import('./ui/legacy/legacy.js')
  const manager = UI.ViewManager.ViewManager.instance()
  UI.DockController.DockController.instance().setDockSide('bottom')
  const id = [...manager.views.keys()].find((key) => key.startsWith('chrome-extension://') && key.endsWith('djust'))
  if (id) await manager.showView(id)
})()`
