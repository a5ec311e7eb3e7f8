/** Two ends of a runtime port without a browser: what one posts the other hears in the same turn, and dead ports throw. */
import type { Port } from '../src/protocol/port.ts'

export interface FakePort extends Port {
  /** What arrived here, oldest first. */
  heard: unknown[]
}

export function portPair(name: string): [FakePort, FakePort] {
  let open = true
  const end = (): FakePort & { hearers: ((message: unknown) => void)[]; closers: (() => void)[] } => {
    const hearers: ((message: unknown) => void)[] = []
    const closers: (() => void)[] = []
    const heard: unknown[] = []
    hearers.push((message) => heard.push(message))
    return {
      name,
      heard,
      hearers,
      closers,
      onMessage: { addListener: (hear) => hearers.push(hear) },
      onDisconnect: { addListener: (hear) => closers.push(hear) },
      postMessage: () => {},
      disconnect: () => {},
    }
  }
  const [a, b] = [end(), end()]
  for (const [from, to] of [[a, b] as const, [b, a] as const]) {
    from.postMessage = (message) => {
      if (!open) throw new Error('Attempting to use a disconnected port object')
      for (const hear of to.hearers) hear(structuredClone(message))
    }
    // As in browsers: the side that disconnects is not told.
    from.disconnect = () => {
      if (!open) return
      open = false
      for (const close of to.closers) close()
    }
  }
  return [a, b]
}
