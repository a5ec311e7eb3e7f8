/** Entry of a page under test: the same instrument as in the extension, joined to whoever drives the page by one function on `window`. */
import { createMeasures, hearFrames } from '../content/collateral/measure.ts'
import type { Ears } from '../content/instrument/page-line.ts'
import { startInstrument } from '../content/instrument/start-instrument.ts'
import { PROTOCOL_VERSION } from '../protocol/channel.ts'
import { HEAR } from './hear.ts'

let ears: Ears | undefined
/** Letters that nobody was there for yet. */
let waiting: string[] = []
const measures = createMeasures({ tell: (fact) => ears?.measured(JSON.stringify(fact)) })

function post(letter: string): void {
  waiting.push(letter)
  const hear: unknown = Reflect.get(window, HEAR)
  if (typeof hear !== 'function') return
  const letters = waiting
  waiting = []
  for (const each of letters) hear(each)
}

startInstrument({
  post,
  sighted: () => {},
  tellFrame: (frame) => hearFrames(measures, frame),
  listen(own) {
    ears = own
    addEventListener('pagehide', ({ persisted }) => own.leaving(persisted ? 'kept' : ''))
    // It says who it is only once it is built.
    queueMicrotask(() => {
      own.joined()
      own.command(JSON.stringify({ v: PROTOCOL_VERSION, command: { type: 'replay', after: -1 } }))
    })
  },
})
