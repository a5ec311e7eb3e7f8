import { describe, expect, test } from 'vitest'
import { createPortLine } from '../../src/panel/port-line.ts'
import type { PanelHears } from '../../src/protocol/switchboard.ts'
import { type FakePort, portPair } from '../fake-port.ts'

function joined() {
  const workers: FakePort[] = []
  const waits: { work: () => void; ms: number }[] = []
  const heard: PanelHears[] = []
  const stop = new AbortController()
  const counts = { connected: 0, gone: 0 }
  let isThere = true
  const line = createPortLine(
    {
      connect: () => {
        if (!isThere) throw new Error('Extension context invalidated.')
        const [panel, worker] = portPair('djust:panel:1')
        workers.push(worker)
        return panel
      },
      onConnect: () => {
        counts.connected += 1
        line.post({ say: 'look', origin: 'http://127.0.0.1' })
      },
      onGone: () => {
        counts.gone += 1
      },
      later: (work, ms) => void waits.push({ work, ms }),
    },
    stop.signal,
  )
  const listen = () => line.listen((message) => heard.push(message), new AbortController().signal)
  const worker = () => workers.at(-1) as FakePort
  const leave = () => {
    isThere = false
  }
  return { line, listen, worker, workers, waits, heard, counts, stop, leave }
}

const hello: PanelHears = { hear: 'joined', frame: 0 }

test('the port is opened for the first listener, so that nothing arrives unheard', () => {
  const { listen, workers, worker, heard } = joined()
  expect(workers).toHaveLength(0)
  listen()
  worker().postMessage(hello)
  expect(heard).toEqual([hello])
})

test('when the worker dies the line is opened again at once, and asks anew', () => {
  const { listen, worker, workers, heard, counts } = joined()
  listen()
  worker().postMessage(hello)
  worker().disconnect()
  expect(workers).toHaveLength(2)
  expect(worker().heard).toEqual([{ say: 'look', origin: 'http://127.0.0.1' }])
  worker().postMessage(hello)
  expect(heard).toHaveLength(2)
  expect(counts.connected).toBe(2)
})

test('a worker that dies again and again is tried later and later, and at once again after it has spoken', () => {
  const { listen, worker, waits, workers } = joined()
  listen()
  for (let n = 0; n < 6; n++) {
    worker().disconnect()
    waits.at(-1)?.work()
  }
  expect(waits.map(({ ms }) => ms)).toEqual([50, 200, 500, 1000, 1000])
  worker().postMessage(hello)
  const before = workers.length
  worker().disconnect()
  expect(workers).toHaveLength(before + 1)
})

test('posting while no port is open is swallowed', () => {
  const { line, listen, worker, waits } = joined()
  listen()
  worker().disconnect()
  worker().disconnect()
  expect(waits).toHaveLength(1)
  expect(() => line.post({ say: 'confirm', rescue: 1 })).not.toThrow()
})

describe('when the extension is gone', () => {
  test('it is said once and nothing is tried any more', () => {
    const { listen, worker, counts, waits, leave } = joined()
    listen()
    leave()
    worker().disconnect()
    expect(counts.gone).toBe(1)
    expect(waits).toEqual([])
  })
})

test('a stopped line closes its port and stays closed', () => {
  const { listen, workers, stop } = joined()
  listen()
  let closed = false
  workers[0]?.onDisconnect.addListener(() => {
    closed = true
  })
  stop.abort()
  expect(closed).toBe(true)
  expect(workers).toHaveLength(1)
})
