import { expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { joinExtension } from '../../src/panel/join-extension.ts'
import { type FakePort, portPair } from '../fake-port.ts'

/** As much of an extension as the panel uses; `answer` is what comes of asking the inspected page for its origin. */
function extension({
  devtools = true,
  answer = (): unknown => ['http://127.0.0.1:4400'],
  panels = {},
}: {
  devtools?: boolean
  answer?: () => unknown
  panels?: object
} = {}) {
  const workers: FakePort[] = []
  const navigated: ((url: string) => void)[] = []
  const runtime: { id?: string; connect(to: { name: string }): FakePort } = {
    id: 'ours',
    connect: ({ name }) => {
      const [panel, worker] = portPair(name)
      workers.push(worker)
      return panel
    },
  }
  const browser = {
    runtime,
    tabs: { get: async (id: number) => ({ url: `http://tab-${id}.test/page` }) },
    ...(devtools && {
      devtools: {
        inspectedWindow: { tabId: 7, eval: async () => answer() },
        network: { onNavigated: { addListener: (hear: (url: string) => void) => navigated.push(hear) } },
        panels: { themeName: 'dark', ...panels },
      },
    }),
  }
  return { browser: browser as unknown as Browser, runtime, workers, navigated }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const never = new AbortController().signal

test('in DevTools it joins the tab they inspect, says where that is, and again after each navigation', async () => {
  const { browser, workers, navigated } = extension()
  const { line, theme, host } = joinExtension(browser, null)
  line?.listen(() => {}, never)
  await settled()
  expect(workers[0]?.name).toBe('djust:panel:7')
  expect(theme?.current()).toBe('dark')
  expect(host).toBe('devtools')
  for (const navigate of navigated) navigate('http://other.test/page')
  expect(workers[0]?.heard).toEqual([
    { say: 'look', origin: 'http://127.0.0.1:4400' },
    { say: 'look', origin: 'http://other.test' },
  ])
})

test("Chrome's own answer is the origin alone", async () => {
  const { browser, workers } = extension({ answer: () => 'http://0.0.0.0:8000' })
  joinExtension(browser, null).line?.listen(() => {}, never)
  await settled()
  expect(workers[0]?.heard).toEqual([{ say: 'look', origin: 'http://0.0.0.0:8000' }])
})

test('a page that lets nobody ask has no origin', async () => {
  const { browser, workers } = extension({
    answer: () => {
      throw new Error('Cannot access a chrome:// URL')
    },
  })
  joinExtension(browser, null).line?.listen(() => {}, never)
  await settled()
  expect(workers[0]?.heard).toEqual([{ say: 'look', origin: '' }])
})

test('in a tab of its own it joins the tab that its address names', async () => {
  const { browser, workers } = extension({ devtools: false })
  const { line, host } = joinExtension(browser, '12')
  expect(host).toBeUndefined()
  line?.listen(() => {}, never)
  await settled()
  expect(workers[0]?.name).toBe('djust:panel:12')
  expect(workers[0]?.heard).toEqual([{ say: 'look', origin: 'http://tab-12.test' }])
})

test('in a tab of its own with no tab named it is joined to nothing', () => {
  expect(joinExtension(extension({ devtools: false }).browser, null).line).toBeUndefined()
})

test('without an extension behind it any more it says so', () => {
  const { browser, runtime, workers } = extension()
  const { line, gone } = joinExtension(browser, null)
  line?.listen(() => {}, never)
  delete runtime.id
  workers[0]?.disconnect()
  expect(gone?.aborted).toBe(true)
})

test('Chrome opens a place in its sources, where lines count from 0; Firefox offers nothing of the kind', () => {
  const opened: unknown[][] = []
  const openResource = (...place: unknown[]) => void opened.push(place)
  joinExtension(extension({ panels: { openResource } }).browser, null).openSource?.(
    'http://a.test/app.js',
    12,
  )
  expect(opened).toEqual([['http://a.test/app.js', 11]])
  expect(joinExtension(extension().browser, null).openSource).toBeUndefined()
})

test('it can show an element wherever there is an inspector, and nowhere else', () => {
  expect(joinExtension(extension().browser, null).reach?.inspects).toBe('all frames')
  const { browser, runtime } = extension()
  Object.assign(runtime, { getBrowserInfo: () => {} })
  expect(joinExtension(browser, null).reach?.inspects).toBe('the top frame')
  expect(joinExtension(extension({ devtools: false }).browser, '12').reach?.inspects).toBe('none')
})
