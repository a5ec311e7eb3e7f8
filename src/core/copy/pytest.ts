/** An exchange as a test for pytest with pytest-django: a call through Django's client, a dispatch through djust's own. */
import type { Exchange } from '../exchange.ts'
import type { CopyFormat } from './copy-format.ts'
import { pytestCall, readAsked } from './pytest-call.ts'
import { pytestDispatch, readSent } from './pytest-dispatch.ts'

export const pytest: CopyFormat = {
  id: 'pytest',
  title: 'pytest',
  suits: (exchange) => (isCall(exchange) ? readAsked(exchange) : readSent(exchange)),
  write(exchange, context) {
    const written = isCall(exchange) ? pytestCall(exchange, context) : pytestDispatch(exchange, context)
    return typeof written === 'string' ? written : `# ${written.says}`
  },
}

function isCall({ kind }: Exchange): boolean {
  return kind === 'call'
}
