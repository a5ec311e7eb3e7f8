/** A real Chromium with the built instrument in it, in front of a real server. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { build, type Rolldown } from 'vite'
import { openLetter } from '../../src/protocol/envelope.ts'
import type { Fact, FactOf, FactType } from '../../src/protocol/facts.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { FAKE_RELAY } from './fake-relay.ts'
import { type LabServer, startLabServer } from './lab-server.ts'

export interface Visit {
  page: Page
  /** Facts in the order in which they were posted. Letters that cannot be read fail the test. */
  facts(): Promise<Fact[]>
  of<T extends FactType>(type: T): Promise<FactOf<T>[]>
  /** Waits until that many facts of a type are there. */
  wait<T extends FactType>(type: T, count?: number): Promise<FactOf<T>[]>
}

export interface Lab {
  server: LabServer
  browser: Browser
  /** Opens a page that serves this HTML. `without`: no instrument, to compare. `quiet`: the relay asks for nothing. */
  visit(
    html: string,
    options?: { without?: true; relayFirst?: true; path?: string; first?: string; quiet?: true },
  ): Promise<Visit>
  stop(): Promise<void>
}

let built: Promise<string> | undefined

/** The instrument as one classic script, built once per test file. */
export function buildInstrument(): Promise<string> {
  built ??= build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/content/instrument/instrument.iife.ts', formats: ['iife'], name: 'instrument' },
    },
  }).then((output) => (output as Rolldown.RolldownOutput[])[0]?.output[0].code ?? '')
  return built
}

export async function openLab(): Promise<Lab> {
  const [server, instrument, browser] = await Promise.all([
    startLabServer(),
    buildInstrument(),
    startChromium(),
  ])
  const contexts: BrowserContext[] = []
  return {
    server,
    browser,
    async visit(html, { without, relayFirst, quiet, path = '/', first } = {}) {
      for (const context of contexts.splice(0)) await context.close()
      server.pages.set(path, html)
      const context = await browser.newContext()
      contexts.push(context)
      // One script: the order of several init scripts is not promised.
      const scripts = without ? [] : relayFirst ? [FAKE_RELAY, instrument] : [instrument, FAKE_RELAY]
      const start = without || quiet ? '' : ';relay.start()'
      await context.addInitScript({ content: `${scripts.join(';\n')}${start};\n${first ?? ''}` })
      const page = await context.newPage()
      await page.goto(server.origin + path)
      return visitOf(page)
    },
    async stop() {
      await browser.close()
      await server.stop()
    },
  }
}

export function readLetters(letters: string[]): Fact[] {
  return letters.flatMap((letter) => {
    const opened = openLetter(letter)
    if (opened.kind === 'unreadable') throw new Error(opened.why)
    if (opened.kind === 'hello') return []
    if (opened.unreadable.length > 0) throw new Error(opened.unreadable.join('\n'))
    return opened.facts
  })
}

function visitOf(page: Page): Visit {
  const facts = async () =>
    readLetters(
      await page.evaluate(() => (window as unknown as { relay: { letters: string[] } }).relay.letters),
    )
  const of: Visit['of'] = async (type) =>
    (await facts()).filter((fact): fact is FactOf<typeof type> => fact.type === type)
  const wait: Visit['wait'] = async (type, count = 1) => {
    for (let tries = 0; tries < 200; tries++) {
      const found = await of(type)
      if (found.length >= count) return found
      await page.waitForTimeout(20)
    }
    throw new Error(
      `no ${count} × ${type} in\n${(await facts()).map((fact) => JSON.stringify(fact)).join('\n')}`,
    )
  }
  return { page, facts, of, wait }
}
