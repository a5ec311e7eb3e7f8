/**
 * Reads an element's `dj-value-*` into an event's parameters (djust-wire 6.1), and `dj-payload-*`, which the tutorial writes and no
 * djust reads: a page can have it passed over as there.
 */

import type { Params } from './djust.ts'

const NAME = /^dj-(?:value|payload)-([^:]+)(?::(\w+))?$/

/** `dj-value-tag-id:int="7"` gives `{ tag_id: 7 }`; `dj-value-*` wins over `dj-payload-*`. */
export function eventParams(element: Element): Params {
  const params: Params = {}
  const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name, value } of attributes) {
    const match = NAME.exec(name)
    if (name.startsWith('dj-payload-') && isPayloadIgnored()) continue
    if (match?.[1]) params[match[1].replaceAll('-', '_')] = convert(value, match[2])
  }
  return params
}

function isPayloadIgnored(): boolean {
  return document.querySelector<HTMLMetaElement>('meta[name="djust-demo-payload"]')?.content === 'ignored'
}

function convert(value: string, hint: string | undefined): unknown {
  switch (hint) {
    case 'int':
      return Number.parseInt(value, 10)
    case 'float':
      return Number.parseFloat(value)
    case 'bool':
      return ['true', '1', 'yes', 'on'].includes(value.toLowerCase())
    case 'list':
      return value ? value.split(',').map((item) => item.trim()) : []
    case 'json':
      return readJson(value)
    default:
      return value
  }
}

function readJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
