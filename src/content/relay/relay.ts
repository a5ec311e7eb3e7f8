/**
 * The relay of one document: carries sealed letters between the instrument and the switchboard, and opens none of them.
 *
 * It keeps its port closed until djust is seen or a panel calls the roll, and falls silent when the extension is gone.
 */
import { PRIVATE } from '../../protocol/channel.ts'
import type { Sent } from '../../protocol/envelope.ts'
import type { Port } from '../../protocol/port.ts'
import type { RelayHears } from '../../protocol/switchboard.ts'

export interface RelayDeps {
  /** The node shared with the instrument; see `meet.ts`. */
  node: EventTarget
  /** Opens a port to the switchboard; throws once the extension has been reloaded or removed. */
  connect(): Port
  /** Listens to `pagehide` and `pageshow`; given the same function twice, it listens once. */
  onLeave(hear: (event: PageTransitionEvent) => void): void
  onReturn(hear: (event: PageTransitionEvent) => void): void
}

export interface Relay {
  /** A panel has called the roll. The present port may belong to a worker that is already dead, so it is replaced. */
  answerRoll(): void
}

/**
 * `asking`: the port is open and nobody has answered yet. `joined`: a panel listens. `severed`: one did until the worker died,
 * and is expected back. `idle`: nobody listens.
 */
type Standing = 'idle' | 'asking' | 'joined' | 'severed'

export function createRelay({ node, connect, onLeave, onReturn }: RelayDeps): Relay {
  let port: Port | undefined
  let standing: Standing = 'idle'
  let leaving = false

  const tell = (name: string, detail = '') => node.dispatchEvent(new CustomEvent(name, { detail }))

  function part(next: Standing): void {
    if (standing === 'joined') tell(PRIVATE.parted)
    standing = next
  }

  function open(): Port | undefined {
    const previous = port
    port = undefined
    try {
      previous?.disconnect()
      const fresh = connect()
      fresh.onMessage.addListener((message) => fresh === port && hear(message as RelayHears))
      fresh.onDisconnect.addListener(() => {
        if (fresh !== port) return
        port = undefined
        part(standing === 'idle' ? 'idle' : 'severed')
      })
      port = fresh
      if (standing === 'idle') standing = 'asking'
    } catch {
      // The extension was reloaded or removed under this page: nobody can be reached from here any more.
      part('idle')
    }
    return port
  }

  function hear(message: RelayHears): void {
    switch (message.hear) {
      case 'letter':
        tell(PRIVATE.command, message.posted.letter)
        return
      case 'parted':
        part('idle')
        return
      case 'joined':
        // A fresh line starts with a fresh hello, also when the old one was never seen to break.
        part('joined')
        tell(PRIVATE.joined)
    }
  }

  function post(letter: string): void {
    const sent: Sent = leaving ? { letter, rescue: true } : { letter }
    try {
      port?.postMessage(sent)
    } catch {
      port = undefined
      part('severed')
    }
  }

  node.addEventListener(PRIVATE.up, (event) => {
    // document.open() strips every listener of a window; adding the same one twice is nothing.
    listenToPage()
    post((event as CustomEvent<string>).detail)
  })
  node.addEventListener(PRIVATE.sighted, () => {
    if (!port) open()
  })

  function rescue(event: PageTransitionEvent): void {
    if (standing === 'idle') return
    leaving = true
    if (!port) open()
    tell(PRIVATE.leaving, event.persisted ? 'kept' : '')
    leaving = false
  }

  function comeBack(event: PageTransitionEvent): void {
    // Back from the back/forward cache: the browser closed the port when it froze the page.
    if (event.persisted && standing !== 'idle') open()
  }

  function listenToPage(): void {
    onLeave(rescue)
    onReturn(comeBack)
  }
  listenToPage()

  return { answerRoll: () => void open() }
}
