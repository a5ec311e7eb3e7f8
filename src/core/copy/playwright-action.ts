/** What a Playwright test does for an exchange to happen again: what the person did where that is possible, else the runtime. */
import type { Exchange } from '../exchange.ts'
import { type JsonMember, memberOf, textOf } from './json-source.ts'
import type { LiteralWriter } from './literal.ts'
import { locatorOf } from './locator.ts'

/** Lines of the test's body. */
export function actionOf(exchange: Exchange, params: readonly JsonMember[], writer: LiteralWriter): string[] {
  const { trigger } = exchange
  const selector = trigger && trigger.certainty !== 'recent' ? locatorOf(trigger.element) : undefined
  const call = runtimeCall(exchange, params, writer)
  const gestures = selector === undefined ? undefined : gesture(trigger?.event ?? '', params, writer)
  if (selector === undefined || !gestures) return [call]
  return [
    `const element = page.locator(${writer.text(selector)}).first()`,
    `if (await element.waitFor({ timeout: ${SHOWN} }).then(() => true, () => false)) {`,
    ...gestures.map((line) => `  ${line}`),
    '} else {',
    '  // What only came to the page later is not on a fresh one: the runtime sends the same.',
    `  ${call}`,
    '}',
  ]
}

/** How long the test waits for what was clicked or typed into, ms. */
const SHOWN = 2000

/** Undefined for what was typed but is not told: the event alone would say nothing. */
function gesture(event: string, params: readonly JsonMember[], writer: LiteralWriter): string[] | undefined {
  const typed = paramOf(params, 'value')
  const key = paramOf(params, 'key')
  switch (event) {
    case 'click':
    case 'focus':
    case 'blur':
      return [`await element.${event}()`]
    case 'submit':
      return submission(params, writer)
    case 'input':
    case 'change':
      if (typed === undefined) return undefined
      return [`await element.fill(${writer.text(typed)})`, `await element.dispatchEvent('change')`]
    case 'keydown':
    case 'keyup':
    case 'keypress':
      return key ? [`await element.press(${writer.text(key)})`] : undefined
    default:
      return [`await element.dispatchEvent(${writer.text(event)})`]
  }
}

/** The parameters of a submit are the fields of its form (djust-wire 6.2); the token among them is the page's own. */
function submission(params: readonly JsonMember[], writer: LiteralWriter): string[] {
  const fields = params.filter(
    ([name, value]) => !name.startsWith('_') && name !== 'csrfmiddlewaretoken' && value.type === 'string',
  )
  return [
    'await element.evaluate((form: HTMLFormElement, fields) => {',
    '  for (const [name, value] of Object.entries(fields)) {',
    '    const field = form.elements.namedItem(name) as HTMLInputElement | null',
    "    if (field?.type === 'checkbox') field.checked = true",
    '    else if (field) field.value = value',
    '  }',
    '  form.requestSubmit()',
    `}, ${writer.members(fields)} as Record<string, string>)`,
  ]
}

function paramOf(params: readonly JsonMember[], key: string): string | undefined {
  return textOf(memberOf({ type: 'object', members: [...params] }, key))
}

/** A test's own types know no djust. Nobody waits for the promise, which some answers never settle (djust-wire 2.5). */
function runtimeCall(
  { kind, view, name }: Exchange,
  params: readonly JsonMember[],
  writer: LiteralWriter,
): string {
  const names = kind === 'call' ? [view, name] : [name]
  const sent = [...names.map((each) => writer.text(each)), writer.members(params)].join(', ')
  const member = kind === 'call' ? 'call' : 'handleEvent'
  return `await page.evaluate((sent) => void Reflect.get(globalThis, 'djust').${member}(...sent), [${sent}])`
}
