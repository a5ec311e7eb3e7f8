/** The panel's reach into the page through the worker: each errand has a number, and is answered under it. */
import type { Line } from '../protocol/line.ts'
import type { Errand, Reach, Reached } from '../protocol/reach.ts'
import type { PanelHears, PanelSays } from '../protocol/switchboard.ts'

export interface WorkerReach extends Pick<Reach, 'overlay' | 'resend' | 'measure' | 'bringShaker'> {
  /** The port has been opened anew, so whatever was under way is answered by nobody. */
  reopened(): void
}

export function createWorkerReach(line: Line<PanelSays, PanelHears>): WorkerReach {
  const open = new Map<number, (reached: Reached<never>) => void>()
  let last = 0

  function listen(): void {
    line.listen((message) => {
      if (message.hear !== 'done') return
      open.get(message.number)?.(message.reached as Reached<never>)
      open.delete(message.number)
    }, new AbortController().signal)
  }

  function send<T>(frame: number, errand: Errand): Promise<Reached<T>> {
    // Not before there is something to hear: who listens first opens the line.
    if (last === 0) listen()
    const number = ++last
    return new Promise((resolve) => {
      open.set(number, resolve)
      line.post({ say: 'send', errand, frame, number })
    })
  }

  return {
    overlay: (frame, order) => send(frame, { do: 'overlay', order }),
    resend: (frame, sending) => send(frame, { do: 'resend', sending }),
    measure: (frame, origin, entries) => send(frame, { do: 'measure', origin, entries }),
    bringShaker: (frame) => send(frame, { do: 'bring-shaker' }),
    reopened() {
      for (const answer of open.values())
        answer({ ok: false, says: "The browser ended the extension's worker before the page had answered." })
      open.clear()
    },
  }
}
