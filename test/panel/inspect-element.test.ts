/** What is evaluated in the page to reveal an element: our own code, and a selector that stays a string. */
import { expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { inspectElement } from '../../src/panel/inspect-element.ts'

const TOP = { url: 'http://page.test/', top: true }

function devtools(answer: (code: string) => unknown) {
  const asked: unknown[][] = []
  const inspectedWindow = {
    eval: async (...args: unknown[]) => {
      asked.push(args)
      return answer(String(args[0]))
    },
  } as unknown as Browser['devtools']['inspectedWindow']
  const inspect = (document: typeof TOP, selector: string) =>
    inspectElement(inspectedWindow, document, selector)
  return { asked, inspect }
}
/** Runs it as a page would that holds these. */
function runIn(elements: Record<string, object[]>) {
  const inspected: object[] = []
  const querySelectorAll = (selector: string) => elements[selector] ?? []
  const run = (code: string) =>
    new Function('document', 'inspect', `return ${code}`)({ querySelectorAll }, (each: object) =>
      inspected.push(each),
    )
  return { inspected, run }
}

test.each(['#go', `'); alert(1); ('`, '"], inspect(document.cookie), ["', '\u2028`$(x)`\\'])(
  'a selector that reads %j is looked up as it is',
  async (selector) => {
    const [first, second] = [{}, {}]
    const { inspected, run } = runIn({ [selector]: [first, second] })
    expect(await devtools(run).inspect(TOP, selector)).toEqual({ ok: true, value: 2 })
    expect(inspected).toEqual([first])
  },
)

test('an element inside an open shadow root is found', async () => {
  const deep = {}
  const shadowRoot = { querySelectorAll: (selector: string) => (selector === '#deep' ? [deep] : []) }
  const { inspected, run } = runIn({ '*': [{ shadowRoot }] })
  expect(await devtools((code) => [run(code)]).inspect(TOP, '#deep')).toEqual({ ok: true, value: 1 })
  expect(inspected).toEqual([deep])
})

test('a frame is named by its address, and the top by nothing', async () => {
  const { asked, inspect } = devtools(() => 1)
  await inspect(TOP, 'a')
  await inspect({ url: 'http://frame.test/x', top: false }, 'a')
  expect(asked.map(([, options]) => options)).toEqual([undefined, { frameURL: 'http://frame.test/x' }])
})

test('a frame that cannot be asked says so', async () => {
  const { inspect } = devtools(() => {
    throw new Error('E_NOTFOUND')
  })
  expect(await inspect(TOP, 'a')).toMatchObject({ ok: false })
  expect(await devtools(() => [undefined, { isError: true }]).inspect(TOP, 'a')).toMatchObject({ ok: false })
})
