/** A WebDriver BiDi connection to a Firefox that it starts itself. */
import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { ensureBrowser } from '../../scripts/browsers.ts'

/** Quiet, offline, DevTools docked below the page. */
const PREFERENCES: Record<string, string | number | boolean> = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'devtools.toolbox.footer.height': 420,
  'devtools.toolbox.host': 'bottom',
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.active-protocols': 1,
  'services.settings.server': 'http://127.0.0.1:9/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'http://127.0.0.1:9/',
}

export interface Bidi {
  send<R = unknown>(method: string, params?: object): Promise<R>
  /** Hears every event of that name that the session has subscribed to. */
  on(event: string, hear: (params: unknown) => void): void
  close(): Promise<void>
}

export async function startFirefox(preferences: Record<string, string | number | boolean>): Promise<Bidi> {
  const profile = mkdtempSync(join(tmpdir(), 'djust-firefox-'))
  const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(
    ensureBrowser('firefox'),
    [
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      '--width=1400',
      '--height=900',
      '--headless',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  )
  const socket = new WebSocket(`${await addressOf(child)}/session`, { maxPayload: 1 << 28 })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const heard = new EventEmitter()
  const send = answers(socket, heard)
  await send('session.new', { capabilities: {} })
  return {
    send: send as Bidi['send'],
    on: (event, hear) => void heard.on(event, hear),
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      await send('browser.close').catch(() => {})
      const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(impatient)
      socket.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stderr?.on('data', hear)
    child.stdout?.on('data', hear)
    child.once('exit', () => reject(new Error(`Firefox ended before it could be driven:\n${said}`)))
    setTimeout(() => reject(new Error(`Firefox did not start within 60 s:\n${said}`)), 60_000).unref()
  })
}

interface Answer {
  id: number
  type: 'success' | 'error' | 'event'
  /** Of an event, which has no id. */
  method?: string
  params?: unknown
  result?: unknown
  error?: string
  message?: string
}

function answers(
  socket: WebSocket,
  heard: EventEmitter,
): (method: string, params?: object) => Promise<unknown> {
  let last = 0
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer
    if (answer.type === 'event') return void heard.emit(answer.method ?? '', answer.params)
    const asked = open.get(answer.id)
    open.delete(answer.id)
    if (answer.type === 'error') asked?.reject(new Error(`${answer.error}: ${answer.message}`))
    else asked?.resolve(answer.result)
  })
  socket.on('close', () => {
    for (const { reject } of open.values()) reject(new Error('Firefox has closed the connection.'))
  })
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      open.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}
