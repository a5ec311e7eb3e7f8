/** A dispatch as a test: djust's test client sends it to a fresh view, and the same verdict is expected. */
import type { Exchange } from '../exchange.ts'
import type { CopyContext, Refusal } from './copy-format.ts'
import { type Json, type JsonMember, memberOf } from './json-source.ts'
import type { LiteralWriter } from './literal.ts'
import { readParams, refuse } from './payload.ts'
import { pytestFile } from './pytest-file.ts'
import { createPythonWriter } from './python.ts'
import { readTestable } from './testable.ts'

interface Sent {
  ok: true
  params: readonly JsonMember[]
  /** Of `dj-click="remove(3)"`: the server hands them to the handler's parameters in their order (djust-wire 6.1). */
  positional: Json | undefined
}

/** Parameters of `LiveViewTestClient.send_event` itself. */
const TAKEN = ['self', 'event_name', 'raise_on_missing']

export function readSent(exchange: Exchange): Sent | Refusal {
  const read = readParams(exchange)
  if (!read.ok) return read
  const testable = readTestable(exchange)
  if (!testable.ok) return testable
  if (!/^[^.]+(\.[^.]+)+$/.test(exchange.view)) return refuse('The wire did not say which view it went to.')
  const taken = read.value.find(([key]) => TAKEN.includes(key))
  if (taken) return refuse(`djust's test client cannot send a parameter of the name ${taken[0]}.`)
  if (read.value.some(([key]) => key === 'component_id' || key === 'view_id'))
    return refuse("It went to a component or an embedded view; djust's test client speaks to the view alone.")
  const positional = memberOf({ type: 'object', members: [...read.value] }, '_args')
  return { ok: true, params: read.value.filter(([key]) => key !== '_args'), positional }
}

export function pytestDispatch(exchange: Exchange, context: CopyContext): string | Refusal {
  const sent = readSent(exchange)
  if (!sent.ok) return sent
  const writer = createPythonWriter()
  const name = writer.text(exchange.name)
  const body = [
    `client = LiveViewTestClient(import_string(${writer.text(exchange.view)}))`,
    ...mounting(context, writer),
    'client.render_with_patches()',
    ...parameters(sent, name, writer),
    `result = client.send_event(${name}, **params)`,
    exchange.status === 'error'
      ? 'assert not result["success"]'
      : 'assert result["success"], result["error"]',
    ...rendering(exchange),
  ]
  const inspect = sent.positional ? ['import inspect', ''] : []
  const imports = [
    'from django.utils.module_loading import import_string',
    'from djust.testing import LiveViewTestClient',
  ]
  const file = pytestFile(exchange, imports, '', body, writer)
  return [...inspect, file].join('\n')
}

/** `via_websocket` is the client's own. */
function mounting({ mount }: CopyContext, writer: LiteralWriter): string[] {
  const params = mount?.params.filter(([key]) => key !== 'via_websocket' && key !== 'self') ?? []
  const mounting = params.length === 0 ? 'client.mount()' : `client.mount(**${writer.members(params)})`
  const url = mount?.url
  return url
    ? [
        `# It was mounted at ${writer.text(url)}: what that address captures belongs into mount(), too.`,
        mounting,
      ]
    : [mounting]
}

function parameters({ params, positional }: Sent, name: string, writer: LiteralWriter): string[] {
  const lines = [`params = ${writer.members(params)}`]
  if (positional)
    lines.push(
      `handler = getattr(client.view_instance, ${name})`,
      `params.update(zip(inspect.signature(handler).parameters, ${writer.json(positional)}))`,
    )
  return lines
}

/** A fresh view need not stand where the recorded one stood, so what counts is whether it changed, not how often. */
function rendering({ verdict, status }: Exchange): string[] {
  if (status === 'error') return []
  const { render, flags } = verdict
  const patches = '_, patches, _ = client.render_with_patches()'
  if (render === 'none' || render === 'empty')
    return [patches, 'assert patches == [], "it did not re-render when it was recorded"']
  if (render === 'patched' && !flags.includes('wasted'))
    return [patches, 'assert patches != [], "it re-rendered when it was recorded"']
  return []
}
