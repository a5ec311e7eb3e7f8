/** What an exchange was asked with, short enough for a line. */
import type { Exchange } from '../../core/exchange.ts'
import { paramsIn } from '../../core/params.ts'

const LONGEST_VALUE = 40
const LONGEST = 160

/** `id=31, name="auth"`; empty when there is nothing, `…` when it cannot be told. */
export function argumentsOf(row: Exchange): string {
  const { request } = row
  if (!request || request.text === '') return ''
  if (request.cut || request.encoding) return '…'
  const params = paramsIn(parsed(request.text), row)
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
