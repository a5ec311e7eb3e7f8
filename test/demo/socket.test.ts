/** A real WebSocket joined to a session: the view's clock, and what one tab tells another. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { serveSocket } from '../../demo/live/socket.ts'
import { newVisitor, render, views } from './counter-view.ts'
import { openTab, type Tab } from './demo-client.ts'

let demo: { url: string; port: number; close(): Promise<void> }
const visitor = newVisitor()
beforeEach(async () => {
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) =>
    serveSocket(socket, { rate: 100, burst: 20 }, { id: 's-1', views, visitor, render, now: () => 0 }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
  demo = { url: `http://127.0.0.1:${port}`, port, close }
})
afterEach(() => demo.close())

async function open(): Promise<Tab> {
  const tab = openTab(demo, {})
  expect(await tab.next()).toEqual({ type: 'connect', session_id: 's-1' })
  await tab.ask({ type: 'mount', view: 'test.Counter' })
  return tab
}

test('a view with a clock speaks by itself once it is mounted', async () => {
  const tab = await open()
  expect(await tab.next()).toMatchObject({ type: 'patch', version: 2, source: 'tick', event_name: 'tick' })
  expect(await tab.next()).toMatchObject({ type: 'patch', version: 3, source: 'tick' })
})

test('a tab is forgotten when its socket closes, and a broken one does not end the server', async () => {
  const [first, second] = [await open(), await open()]
  expect(visitor.tabs.size).toBe(2)
  first.close()
  await first.closed
  await expect.poll(() => visitor.tabs.size, { timeout: 10_000 }).toBe(1)
  expect(await second.next()).toMatchObject({ source: 'tick' })
})
