/** A dispatch as a call of the runtime, for the console of the page. */
import type { Exchange } from '../exchange.ts'
import type { CopyFormat } from './copy-format.ts'
import { commentOf, consoleVariables, createJavaScriptWriter } from './javascript.ts'
import { readParams, refuse } from './payload.ts'

export const handleEvent: CopyFormat = {
  id: 'handle-event',
  title: 'djust.handleEvent',
  suits: readDispatch,
  write(exchange) {
    const params = readDispatch(exchange)
    if (!params.ok) return commentOf(params.says)
    const writer = createJavaScriptWriter()
    const dispatch = `await djust.handleEvent(${writer.text(exchange.name)}, ${writer.members(params.value)})`
    return [...consoleVariables(writer.secrets()), dispatch].join('\n')
  },
}

function readDispatch(exchange: Exchange) {
  if (exchange.kind === 'call')
    return refuse('It is a call, which dispatches nothing; copy it as djust.call or as fetch.')
  if (exchange.name === '' && exchange.kind === 'dispatch')
    return refuse('Nobody could see which event was asked for.')
  return readParams(exchange)
}
