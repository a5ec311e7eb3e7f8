/** An HTTP exchange as a curl command for bash and zsh. */
import type { Exchange } from '../exchange.ts'
import type { CopyFormat } from './copy-format.ts'
import { type HttpRequest, readHttpRequest } from './http-request.ts'
import { refuse } from './payload.ts'
import { COOKIE } from './secrets.ts'
import { createShellWriter } from './shell.ts'

export const curl: CopyFormat = {
  id: 'curl',
  title: 'cURL (bash)',
  suits: readCommand,
  write(exchange, { url }) {
    const request = readCommand(exchange)
    if (!request.ok) return `# ${request.says}`
    const shell = createShellWriter()
    const options = [
      // Brackets in an address are no pattern here.
      'curl --globoff',
      `--url ${shell.word(url)}`,
      ...request.headers.map(([name, value]) => `--header ${shell.word(`${name}: ${value}`)}`),
      // Django compares the token with one of them; who asks is told by another.
      `--cookie ${shell.variable(COOKIE)}`,
      // Unlike --data it keeps line ends, and a leading @ is nothing special.
      `--data-raw ${shell.word(request.body.text)}`,
    ]
    return [...shell.checks(), options.join(' \\\n  ')].join('\n')
  },
}

function readCommand(exchange: Exchange): HttpRequest | ReturnType<typeof refuse> {
  const request = readHttpRequest(exchange)
  if (request.ok && request.body.text.includes('\0'))
    return refuse('Its payload holds a NUL, which no shell can pass on.')
  return request
}
