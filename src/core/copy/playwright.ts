/** An exchange as a Playwright test: it makes the exchange happen again on its page, and expects the same re-render or none. */
import type { Exchange } from '../exchange.ts'
import { isRerender } from '../rerender.ts'
import type { CopyFormat, Refusal } from './copy-format.ts'
import { commentOf, createJavaScriptWriter, testVariables } from './javascript.ts'
import type { JsonMember } from './json-source.ts'
import { readParams, refuse } from './payload.ts'
import { actionOf } from './playwright-action.ts'
import { answerOf } from './playwright-answer.ts'
import { readTestable } from './testable.ts'

export const playwright: CopyFormat = {
  id: 'playwright',
  title: 'Playwright test',
  suits: readTested,
  write(exchange, context) {
    const tested = readTested(exchange)
    if (!tested.ok) return commentOf(tested.says)
    const writer = createJavaScriptWriter()
    const title = writer.text(`${exchange.name}: ${tested.expects}`)
    const answer = answerOf(exchange, context, writer)
    const page = writer.text(context.page)
    const action = actionOf(exchange, tested.params, writer)
    const lines = [
      ...testVariables(writer.secrets()),
      ...answer.before,
      `await page.goto(${page})`,
      ...answer.opened,
      ...READY,
      `const answered = ${answer.awaited}`,
      ...action,
      'await answered',
      ...EXPECTATIONS[tested.expects],
    ]
    return [
      "import { expect, test } from '@playwright/test'",
      '',
      `test(${title}, async ({ page }) => {`,
      ...lines.map((line) => `  ${line}`),
      '})',
      '',
    ].join('\n')
  },
}

type Expectation = 're-renders the page' | 'does not re-render the page'

interface Tested {
  ok: true
  params: readonly JsonMember[]
  expects: Expectation
}

function readTested(exchange: Exchange): Tested | Refusal {
  const params = readParams(exchange)
  if (!params.ok) return params
  const testable = readTestable(exchange)
  if (!testable.ok) return testable
  if (exchange.via === 'api')
    return refuse('djust has no function that calls an API handler, so a test cannot make the page do it.')
  const expects = expectationOf(exchange)
  if (!expects)
    return refuse(
      'It is not known whether the page re-rendered because of it, so there is nothing to expect.',
    )
  return { ok: true, params: params.value, expects }
}

/** Of what the page changed besides a render a test that reads the whole view can tell nothing. */
function expectationOf(exchange: Exchange): Expectation | undefined {
  const { render, flags } = exchange.verdict
  if (render === 'none' || render === 'empty') return 'does not re-render the page'
  if (isRerender(exchange))
    return flags.includes('wasted') ? 'does not re-render the page' : 're-renders the page'
  return undefined
}

/** What the runtime marks while it works is no re-render. */
const READY = [
  "const view = page.locator('[dj-view], [dj-root]').first()",
  'const html = () =>',
  '  view.evaluate((root) => root.innerHTML.replace(/ (?:class=""|data-djust-[\\w-]+="[^"]*")/g, \'\'))',
  "await page.waitForFunction(() => Reflect.get(globalThis, 'djust')?.liveViewInstance?.viewMounted !== false)",
  'const before = await html()',
]

const EXPECTATIONS: Record<Expectation, readonly string[]> = {
  're-renders the page': ['await expect.poll(html).not.toBe(before)'],
  'does not re-render the page': [
    '// Two frames later whatever was to come has been painted.',
    'await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))',
    'expect(await html()).toBe(before)',
  ],
}
