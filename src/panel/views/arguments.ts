/** What an exchange was asked with, short enough for a line. */
import type { Exchange } from '../../core/exchange.ts'

const LONGEST_VALUE = 40
const LONGEST = 160

/** `id=31, name="auth"`; empty when there is nothing, `…` when it cannot be told. */
export function argumentsOf({ request }: Exchange): string {
  if (!request || request.text === '') return ''
  if (request.cut || request.encoding) return '…'
  const params = paramsOf(request.text)
  if (!params) return ''
  const text = Object.entries(params)
    .map(([name, value]) => `${name}=${shorten(textOf(value), LONGEST_VALUE)}`)
    .join(', ')
  return shorten(text, LONGEST)
}

/** What was parsed may still be nested too deeply to be written out again. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return '…'
  }
}

function paramsOf(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text)
    const params = isObject(json) && 'params' in json ? json.params : undefined
    return isObject(params) ? params : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
