/** `kind:call`: what sort of exchange a row is. */
import type { Exchange, Kind } from '../exchange.ts'
import { choiceKey } from './choice-key.ts'

const MEANINGS: Record<Kind, string> = {
  call: 'the page called a server function or an API handler',
  dispatch: 'the page sent an event to a live view',
  push: 'the server spoke first',
  navigation: 'the live view changed its address',
  system: "the runtime's own traffic; hidden until the System chip is pressed",
}

export const kindKey = choiceKey(
  'kind',
  'call, dispatch, push, navigation, system',
  Object.entries(MEANINGS).map(([value, says]) => ({
    value,
    says,
    test: (row: Exchange) => row.kind === value,
  })),
)
