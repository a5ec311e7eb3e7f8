/** An exchange as data. Payloads stand in it as they were on the wire: as JSON where they are, else as text. */
import type { Body } from '../../protocol/facts.ts'
import type { Exchange } from '../exchange.ts'
import { replaceHidden, unitEscapes } from '../hidden-characters.ts'
import type { CopyContext, CopyFormat } from './copy-format.ts'
import { isJson } from './json-source.ts'

export const json: CopyFormat = {
  id: 'json',
  title: 'JSON',
  suits: () => ({ ok: true }),
  write(exchange, context) {
    const members = [...membersOf(exchange, context)].map(([key, value]) => `  "${key}": ${value}`)
    // Outside of strings JSON has nothing to hide but the line ends, which are ours or the payload's own.
    return replaceHidden(`{\n${members.join(',\n')}\n}`, (character) =>
      /[\t\n\r]/.test(character) ? character : unitEscapes(character),
    )
  },
}

function* membersOf(exchange: Exchange, { page, url, socket }: CopyContext): Generator<[string, string]> {
  const { request, answers, ...row } = exchange
  yield ['page', JSON.stringify(page)]
  if (url !== page) yield ['url', JSON.stringify(url)]
  if (socket !== undefined) yield ['socket', JSON.stringify(socket)]
  for (const [key, value] of Object.entries(row)) {
    const written: string | undefined = JSON.stringify(value)
    if (written !== undefined) yield [key, written]
  }
  if (request) yield ['request', writeBody(request)]
  yield ['answers', answers.length === 0 ? '[]' : `[\n    ${answers.map(writeBody).join(',\n    ')}\n  ]`]
}

/** The payload is put in as it is, which keeps every digit of it and cannot be too deep. */
function writeBody({ text, ...told }: Body): string {
  const isData = !told.cut && told.encoding === undefined && isJson(text)
  const payload = isData ? `"json": ${text.trim()}` : `"text": ${JSON.stringify(text)}`
  return `{ ${JSON.stringify(told).slice(1, -1)}, ${payload} }`
}
