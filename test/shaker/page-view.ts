/** A page made of a clock that stands until it is moved, a network that answers when it is told to, and a socket that keeps what is sent. */
import { startShaker } from '../../src/content/shaker/shaker.ts'
import { SHAKE } from '../../src/protocol/channel.ts'
import type { Report } from '../../src/protocol/facts.ts'
import type { Lease } from '../../src/protocol/shaker.ts'

export function pageView() {
  let at = 0
  let wakes: { id: number; at: number; work: () => void }[] = []
  let ids = 0
  let rounds = 0
  const asked: { url: string; answer(text: string): void; fail(): void; dispatch: unknown }[] = []
  const frames: string[] = []
  const facts: (Report & { at: number })[] = []
  const running: { dispatch: unknown } = { dispatch: undefined }

  class FakeSocket {
    url = 'ws://127.0.0.1/ws/live/'
    readyState = 1
    send(data: string) {
      frames.push(`${data}${running.dispatch ? ` of ${running.dispatch}` : ''} @${at}`)
    }
    close() {
      frames.push(`closed @${at}`)
    }
  }
  const document = Object.assign(new EventTarget(), {
    baseURI: 'http://127.0.0.1/app/',
    querySelector: () => null,
  })
  const view = Object.assign(new EventTarget(), {
    document,
    URL,
    Request,
    Headers,
    ArrayBuffer,
    structuredClone,
    WebSocket: FakeSocket,
    performance: { now: () => at },
    setTimeout(work: () => void, ms = 0) {
      wakes.push({ id: ++ids, at: at + ms, work })
      return ids
    },
    clearTimeout(id: number) {
      wakes = wakes.filter((wake) => wake.id !== id)
    },
    fetch: (url: string) =>
      new Promise<Response>((resolve, reject) => {
        const { dispatch } = running
        asked.push({
          url,
          dispatch,
          answer: (text) => resolve(new Response(text)),
          fail: () => reject(new TypeError('x')),
        })
      }),
  })
  const natives = { fetch: view.fetch, send: FakeSocket.prototype.send, close: FakeSocket.prototype.close }
  startShaker(view as never)

  const settle = () => new Promise<void>((done) => setTimeout(done))
  return {
    view: view as typeof view & { fetch(url: string, init?: RequestInit): Promise<Response> },
    asked,
    frames,
    facts,
    running,
    socket: () => new FakeSocket(),
    isPristine: () =>
      view.fetch === natives.fetch &&
      FakeSocket.prototype.send === natives.send &&
      FakeSocket.prototype.close === natives.close,
    /** How many timers wait. */
    timers: () => wakes.length,
    shake(shake?: Partial<Lease>) {
      const report = (fact: Report) => facts.push({ ...fact, at }) - 1
      const whole = {
        seed: 7,
        most: 800,
        calls: true,
        dispatches: true,
        round: ++rounds,
        lease: 8000,
        ...shake,
      }
      const detail = shake && [whole, report, running]
      document.dispatchEvent(new CustomEvent(SHAKE, { detail }))
    },
    /** The page stands still, as at a breakpoint: the clock goes on, and no timer runs. */
    freeze(until: number) {
      at = until
    },
    /** Moves the clock, and lets promises settle. */
    async move(to: number) {
      await settle()
      for (;;) {
        const next = wakes.filter((wake) => wake.at <= to).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        wakes.splice(wakes.indexOf(next), 1)
        at = Math.max(at, next.at)
        next.work()
        await settle()
      }
      at = to
    },
    settle,
  }
}
