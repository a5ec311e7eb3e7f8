#!/usr/bin/env node
/**
 * Stands in for Firefox's binary where Playwright drives it by WebDriver BiDi: an older Firefox does not know all that Playwright
 * asks for when it opens a context (`emulation.setMediaFeaturesOverride`), and what it does not know it need not emulate.
 *
 * Plain JavaScript on purpose: Playwright starts it as a program, with whichever Node there is.
 */
import { spawn } from 'node:child_process'
import { WebSocket, WebSocketServer } from 'ws'

const firefox = spawn(process.env.FIREFOX_BINARY ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 1 << 28 })

firefox.stderr.setEncoding('utf8').on('data', (text) => {
  const address = /WebDriver BiDi listening on (ws:\S+)/.exec(text)?.[1]
  if (!address) return void process.stderr.write(text)
  server.on('connection', (playwright, request) => join(playwright, `${address}${request.url}`))
  process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`)
})
firefox.once('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => firefox.kill(signal))

/** Passes everything on, but for the refusal of an emulation that Firefox has never heard of. */
function join(playwright, address) {
  const browser = new WebSocket(address, { maxPayload: 1 << 28 })
  const emulations = new Set()
  const early = []
  playwright.on('message', (data) => {
    const text = String(data)
    const { id, method } = JSON.parse(text)
    if (method?.startsWith('emulation.')) emulations.add(id)
    if (browser.readyState === WebSocket.OPEN) browser.send(text)
    else early.push(text)
  })
  browser.on('open', () => {
    for (const text of early) browser.send(text)
  })
  browser.on('message', (data) => {
    const text = String(data)
    const { id, error } = JSON.parse(text)
    const isUnknown = emulations.delete(id) && error === 'unknown command'
    playwright.send(isUnknown ? JSON.stringify({ type: 'success', id, result: {} }) : text)
  })
  browser.on('close', () => playwright.close())
  playwright.on('close', () => browser.close())
}
