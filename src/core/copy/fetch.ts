/** An HTTP exchange as `fetch`, for the console of its page. */
import type { CopyFormat } from './copy-format.ts'
import { readHttpRequest } from './http-request.ts'
import { commentOf, consoleVariables, createJavaScriptWriter } from './javascript.ts'
import { readSource } from './json-source.ts'
import type { LiteralWriter } from './literal.ts'

export const fetchFormat: CopyFormat = {
  id: 'fetch',
  title: 'fetch',
  suits: readHttpRequest,
  write(exchange, { url }) {
    const request = readHttpRequest(exchange)
    if (!request.ok) return commentOf(request.says)
    const writer = createJavaScriptWriter()
    const headers = request.headers.map(([name, value]) => `    "${name}": ${writer.text(value)},`)
    const call = [
      `await fetch(${writer.text(url)}, {`,
      '  method: "POST",',
      '  credentials: "same-origin",',
      '  headers: {',
      ...headers,
      '  },',
      `  body: ${bodyOf(request.body.text, writer)},`,
      '})',
    ]
    return [...consoleVariables(writer.secrets()), ...call].join('\n')
  },
}

/** An object reads better, and escapes what is filled in; it is used where it becomes the very same text. */
function bodyOf(text: string, writer: LiteralWriter): string {
  const json = readSource(text)
  return json && JSON.stringify(JSON.parse(text)) === text
    ? `JSON.stringify(${writer.json(json)})`
    : writer.text(text)
}
