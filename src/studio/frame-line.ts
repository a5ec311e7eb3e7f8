/** The panel's line in the studio: to the one page in the frame, over `postMessage`. */
import type { Line } from '../protocol/line.ts'
import type { PanelHears, PanelSays } from '../protocol/switchboard.ts'
import type { FromPage, ToPage } from './mail.ts'

export function createFrameLine(frame: HTMLIFrameElement): Line<PanelSays, PanelHears> {
  const { origin } = location
  const send = (mail: ToPage) => frame.contentWindow?.postMessage(mail, origin)
  return {
    post(message) {
      if (message.say === 'post') send({ studio: 'command', letter: message.posted.letter })
    },
    listen(hear, signal) {
      hear({ hear: 'watch', watch: { state: 'watched', origin } })
      addEventListener(
        'message',
        ({ source, origin: from, data }: MessageEvent<FromPage>) => {
          if (source !== frame.contentWindow || from !== origin) return
          if (data.studio === 'ready') {
            hear({ hear: 'joined', frame: 0 })
            send({ studio: 'joined' })
          }
          if (data.studio === 'letter') hear({ hear: 'letter', envelope: { frame: 0, letter: data.letter } })
        },
        { signal },
      )
      // The page may have been quicker than the panel.
      send({ studio: 'joined' })
      signal.addEventListener('abort', () => send({ studio: 'parted' }))
    },
  }
}
