/** A call as a test: what was posted then is posted again, and the same answer is expected. */
import type { Exchange } from '../exchange.ts'
import { pathOf } from './absolute-url.ts'
import type { CopyContext, Refusal } from './copy-format.ts'
import { type Json, memberOf, readSource } from './json-source.ts'
import type { LiteralWriter } from './literal.ts'
import { readPayload, refuse } from './payload.ts'
import { pytestFile } from './pytest-file.ts'
import { createPythonWriter } from './python.ts'
import { readTestable } from './testable.ts'

export function readAsked(exchange: Exchange): { ok: true; json: Json } | Refusal {
  const payload = readPayload(exchange)
  if (!payload.ok) return payload
  const testable = readTestable(exchange)
  if (!testable.ok) return testable
  const text = payload.value.text
  const json = readSource(text === '' ? '{}' : text)
  if (!json) return refuse('Its payload is not JSON, or nested too deeply to be written as Python.')
  return { ok: true, json }
}

/** Django's client carries no CSRF token and needs none. */
export function pytestCall(exchange: Exchange, { url }: CopyContext): string | Refusal {
  const asked = readAsked(exchange)
  if (!asked.ok) return asked
  const writer = createPythonWriter()
  const body = [
    '# A view that asks for a login needs client.force_login(user) first.',
    'response = client.post(',
    `    ${writer.text(pathOf(url))},`,
    `    data=${writer.json(asked.json)},`,
    '    content_type="application/json",',
    ')',
    ...expectations(exchange, writer),
  ]
  return pytestFile(exchange, [], 'client', body, writer)
}

function expectations({ status, statusText, answers }: Exchange, writer: LiteralWriter): string[] {
  const body = answers.at(-1)
  const isStatus = /^\d{3}$/.test(statusText)
  const lines = isStatus ? [`assert response.status_code == ${statusText}`] : []
  const answer = body && !body.cut && !body.encoding ? readSource(body.text) : undefined
  if (!answer) return lines
  // Of an API handler's answer its `assigns` tell of the view, not of the call; of an error its words may change.
  const key = status === 'error' ? 'error' : 'result'
  const value = memberOf(answer, key)
  if (value) lines.push(`assert response.json()["${key}"] == ${writer.json(value)}`)
  return lines
}
