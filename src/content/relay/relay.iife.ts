/** Entry of the isolated world: meets the instrument and relays between it and the switchboard. */
import { PORTS, SHARED_NODE } from '../../protocol/channel.ts'
import type { Port } from '../../protocol/port.ts'
import { CALL_THE_ROLL } from '../../protocol/switchboard.ts'
import { meetInstrument } from './meet.ts'
import { createRelay } from './relay.ts'

/** The two members used here are the same in both browsers; the polyfill would cost every page 10 kB for them. */
interface Extension {
  runtime: {
    connect(info: { name: string }): Port
    onMessage: { addListener(hear: (message: unknown) => void): void }
  }
}
declare const chrome: Extension

const node = meetInstrument()
if (node) {
  Object.assign(globalThis, { [SHARED_NODE]: node })
  const relay = createRelay({
    node,
    connect: () => chrome.runtime.connect({ name: PORTS.page }),
    onLeave: (hear) => addEventListener('pagehide', hear, true),
    onReturn: (hear) => addEventListener('pageshow', hear, true),
  })
  chrome.runtime.onMessage.addListener((message) => {
    if (message === CALL_THE_ROLL) relay.answerRoll()
  })
}
