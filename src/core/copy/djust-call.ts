/** A server function as a call of the runtime, for the console of the page. */
import type { Exchange } from '../exchange.ts'
import type { CopyFormat } from './copy-format.ts'
import { commentOf, consoleVariables, createJavaScriptWriter } from './javascript.ts'
import { readParams, refuse } from './payload.ts'

export const djustCall: CopyFormat = {
  id: 'djust-call',
  title: 'djust.call',
  suits: readCall,
  write(exchange) {
    const params = readCall(exchange)
    if (!params.ok) return commentOf(params.says)
    const writer = createJavaScriptWriter()
    const { view, name } = exchange
    const call = `await djust.call(${writer.text(view)}, ${writer.text(name)}, ${writer.members(params.value)})`
    return [...consoleVariables(writer.secrets()), call].join('\n')
  },
}

function readCall(exchange: Exchange) {
  if (exchange.kind === 'dispatch') return refuse('It is a dispatch; copy it as djust.handleEvent instead.')
  if (exchange.via === 'api')
    return refuse('djust has no function that calls an API handler; copy it as fetch.')
  return readParams(exchange)
}
