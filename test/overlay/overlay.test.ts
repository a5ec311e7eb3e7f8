/** What the overlay draws over a page, in a real Chromium: where it stands, what it says, and what it leaves behind. */
import type { Browser, Page } from 'playwright'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Outline, OverlayOrder } from '../../src/protocol/reach.ts'
import { startChromium } from '../browsers/plain-chromium.ts'

const PAGE = `<style>* { transition: all 1s !important; opacity: 0.9 !important } html { transform: translateX(30px) }</style>
  <button id="go" style="position: absolute; left: 100px; top: 120px; width: 80px; height: 30px">go</button>
  <ul style="margin-top: 1500px"><li class="tag">a</li><li class="tag">b</li><li class="tag">c</li></ul>`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await startChromium()
}, 60_000)
afterAll(() => browser.close())

const script = build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    lib: { entry: 'src/content/overlay/overlay.ts', formats: ['iife'], name: 'overlays' },
  },
}).then((output) => (output as Rolldown.RolldownOutput[])[0]?.output[0].code ?? '')

/** All of it before the page's own elements are there, as in a world of its own. */
async function open(html: string): Promise<void> {
  await page?.close()
  page = await browser.newPage()
  // Its root is closed to everyone, so the test holds on to it while it is made.
  await page.evaluate(() => {
    const { attachShadow } = Element.prototype
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init)
      Object.assign(window, { drawn: root })
      return root
    }
  })
  await page.evaluate(`${await script}; window.overlay = overlays.createOverlay(window)`)
  await page.setContent(html)
}
beforeEach(() => open(PAGE))
declare const overlay: import('../../src/content/overlay/overlay.ts').Overlay
declare const drawn: ShadowRoot

const obey = (order: OverlayOrder) => page.evaluate((each) => overlay.obey(each), order)
const outline = (...outlines: Outline[]) => obey({ draw: 'outlines', outlines })
const asked = (selector: string): Outline => ({ word: 'asked', selector, nodes: 1 })
const hosts = () => page.locator('djust-devtools-overlay').count()
const pictures = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
/** `asked 100,120 80×30` for every box and label to be seen. */
const shown = () =>
  page.evaluate(() =>
    [...drawn.children]
      .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ text, box: { x, y, width, height } }) =>
        text ? text : `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`,
      ),
  )

test('it outlines what asked where that stands, with the word for it, whatever the page does to its elements', async () => {
  expect(await outline(asked('#go'))).toEqual([1])
  expect(await shown()).toEqual(['130,120 80×30', 'asked'])
})

test('it follows what moves', async () => {
  await outline(asked('#go'))
  await page.evaluate(() => {
    const { style } = document.getElementById('go') as HTMLElement
    style.transition = 'none'
    style.setProperty('transition', 'none', 'important')
    style.top = '200px'
  })
  await pictures()
  expect(await shown()).toEqual(['130,200 80×30', 'asked'])
  await page.evaluate(() => scrollTo(0, 50))
  await pictures()
  expect(await shown()).toEqual(['130,150 80×30', 'asked'])
})

test('where several elements match, each of them says that it is one of them', async () => {
  expect(await outline(asked('.tag'), { word: 're-rendered', selector: '#gone', nodes: 1 })).toEqual([3, 0])
  expect((await shown()).filter((each) => each.startsWith('asked'))).toEqual(Array(3).fill('asked: one of 3'))
})

test('what is inside an open shadow root is found, and a selector that cannot be read finds nothing', async () => {
  await page.evaluate(() => {
    const root = document
      .querySelector('ul')
      ?.appendChild(document.createElement('p'))
      .attachShadow({ mode: 'open' })
    if (root) root.innerHTML = '<b id="deep">deep</b>'
  })
  expect(await outline(asked('#deep'), asked('[['))).toEqual([1, -1])
})

test('nothing is left behind: neither when it is told to draw nothing nor when it ends', async () => {
  const before = await page.content()
  await outline(asked('#go'))
  expect(await hosts()).toBe(1)
  await outline(asked('.tag'))
  expect(await hosts()).toBe(1)
  await obey({ draw: 'nothing' })
  expect(await page.content()).toBe(before)
  await outline(asked('#go'))
  await page.evaluate(() => overlay.end())
  await pictures()
  expect(await page.content()).toBe(before)
})

test('what was re-rendered flashes with its cause, counts how often of late, and goes by itself', async () => {
  const flash = () => obey({ draw: 'flashes', flashes: [{ cause: 'dispatch', selector: '#go' }] })
  const before = await page.content()
  expect(await flash()).toEqual([1])
  expect(await shown()).toEqual(['dispatch'])
  const cool = await page.evaluate(() => getComputedStyle(drawn.children[0] as Element).borderWidth)
  for (let times = 2; times <= 10; times++) await flash()
  expect(await shown()).toEqual(['dispatch ×10'])
  const hot = await page.evaluate(() => getComputedStyle(drawn.children[0] as Element).borderWidth)
  expect([cool, hot]).toEqual(['1px', '4px'])
  await page.locator('djust-devtools-overlay').waitFor({ state: 'detached' })
  expect(await page.content()).toBe(before)
})

test('outlines and flashes do not take each other away', async () => {
  await outline(asked('#go'))
  await obey({ draw: 'flashes', flashes: [{ cause: 'push', selector: '.tag' }] })
  await obey({ draw: 'nothing' })
  expect(await shown()).toEqual(['push', 'push', 'push'])
})

test('who wants less motion sees no fading', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await obey({ draw: 'flashes', flashes: [{ cause: 'call', selector: '#go' }] })
  await page.waitForTimeout(600)
  expect(
    await page.evaluate(() => (drawn.children[0] as HTMLElement | undefined)?.style.opacity ?? 'gone'),
  ).toMatch(/^(gone)?$/)
})

test('clicks go through it to the page', async () => {
  await outline(asked('#go'))
  const hit = await page.evaluate(() => document.elementFromPoint(150, 130)?.id)
  expect(hit).toBe('go')
})

test('it stands over a dialog that holds the page', async () => {
  await open('<dialog style="width: 300px; height: 200px"><button id="go">go</button></dialog>')
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await outline(asked('#go'))
  const isOpen = await page.evaluate(() =>
    document.querySelector('djust-devtools-overlay')?.matches(':popover-open'),
  )
  expect(isOpen).toBe(true)
})

test('a page that takes it away gets it back a few times, and then its will', async () => {
  await page.evaluate(() => {
    Object.assign(window, { taken: 0 })
    new MutationObserver((records) => {
      for (const record of records)
        for (const node of record.addedNodes)
          if (node.nodeName.startsWith('DJUST')) {
            ;(node as Element).remove()
            ;(window as unknown as { taken: number }).taken++
          }
    }).observe(document.documentElement, { childList: true })
  })
  await outline(asked('#go'))
  for (let turn = 0; turn < 4; turn++) await pictures()
  expect(await page.evaluate(() => (window as unknown as { taken: number }).taken)).toBe(4)
  expect(await hosts()).toBe(0)
})

test('a page whose elements are named like methods of the document and of forms does not confuse it', async () => {
  await open(`<img name="querySelectorAll"><img name="documentElement"><img name="createElement">
    <form id="f" style="position: absolute; left: 5px; top: 50px; width: 60px; height: 20px">
    <input name="getClientRects"><input name="ownerDocument"><input name="firstChild"></form>`)
  expect(await outline(asked('#f'))).toEqual([1])
  expect(await shown()).toEqual(['5,50 60×20', 'asked'])
})
