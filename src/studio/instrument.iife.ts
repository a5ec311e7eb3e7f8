/** Entry of the studio's page: the same instrument as in the extension, joined to the window around it. */
import { startInstrument } from '../content/instrument/start-instrument.ts'
import type { FromPage, ToPage } from './mail.ts'

if (parent !== window) {
  const { origin } = location
  const send = (mail: FromPage) => parent.postMessage(mail, origin)
  startInstrument(
    {
      post: (letter) => send({ studio: 'letter', letter }),
      // The studio watches from the start; it needs no knock.
      sighted: () => {},
      listen: ({ joined, parted, command, leaving }) => {
        addEventListener('message', ({ source, origin: from, data }: MessageEvent<ToPage>) => {
          if (source !== parent || from !== origin) return
          if (data.studio === 'joined') joined()
          if (data.studio === 'parted') parted()
          if (data.studio === 'command') command(data.letter)
        })
        addEventListener('pagehide', ({ persisted }) => leaving(persisted))
        send({ studio: 'ready' })
      },
    },
    true,
  )
}
