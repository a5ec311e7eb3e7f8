/** How much of a long file has been read, in one line that is wiped away when it is done. Only for a person who looks. */
import type { Terminal } from './terminal.ts'

export interface Progress {
  /** Bytes read so far. */
  tell(bytes: number): void
  end(): void
}

/** ms; nothing is said of what is over sooner, and nobody reads faster. */
const STEP = 200

/** `total`: bytes; undefined where nobody knows. `now`: ms. */
export function showProgress(
  terminal: Terminal,
  name: string,
  total: number | undefined,
  now: () => number = () => performance.now(),
): Progress {
  let last = now()
  let isShown = false
  const wipe = () => terminal.err('\r\u001b[K')
  return {
    tell(bytes) {
      if (!terminal.isWatched || now() - last < STEP) return
      last = now()
      isShown = true
      const share = total ? `${Math.min(100, Math.floor((bytes / total) * 100))} %` : `${megabytes(bytes)} MB`
      terminal.err(`\r\u001b[KReading ${name}: ${share}`)
    },
    end() {
      if (isShown) wipe()
    },
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
