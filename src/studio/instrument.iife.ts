/** Entry of the studio's page: the same instrument as in the extension, joined to the window around it. */
import { createMeasures, hearFrames } from '../content/collateral/measure.ts'
import type { Ears } from '../content/instrument/page-line.ts'
import { startInstrument } from '../content/instrument/start-instrument.ts'
import type { FromPage, ToPage } from './mail.ts'

if (parent !== window) {
  const { origin } = location
  let hear: Ears | undefined
  const measures = createMeasures({ tell: (fact) => hear?.measured(JSON.stringify(fact)) })
  const send = (mail: FromPage) => parent.postMessage(mail, origin)
  startInstrument(
    {
      post: (letter) => send({ studio: 'letter', letter }),
      // The studio watches from the start; it needs no knock.
      sighted: () => {},
      tellFrame: (frame) => hearFrames(measures, frame),
      listen: (ears) => {
        const { joined, parted, command, leaving } = ears
        hear = ears
        addEventListener('message', ({ source, origin: from, data }: MessageEvent<ToPage>) => {
          if (source !== parent || from !== origin) return
          if (data.studio === 'joined') joined()
          if (data.studio === 'parted') parted()
          if (data.studio === 'command') command(data.letter)
        })
        addEventListener('pagehide', ({ persisted }) => leaving(persisted ? 'kept' : ''))
        send({ studio: 'ready' })
      },
    },
    true,
  )
}
