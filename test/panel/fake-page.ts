/** The other end of the panel's line, held by the test: pages say hello and send facts, and what the panel says is kept. */
import { fetchGrammar } from '../../src/panel/store/fetch-grammar.ts'
import { fetchRowSorter } from '../../src/panel/store/fetch-row-sorter.ts'
import { createStore, type Store, type StoreDeps } from '../../src/panel/store/store.ts'
import { fixedTheme } from '../../src/panel/theme-source.ts'
import type { Command } from '../../src/protocol/commands.ts'
import type { Hello } from '../../src/protocol/envelope.ts'
import type { PanelHears, PanelSays } from '../../src/protocol/switchboard.ts'
import type { Page } from '../language/page.ts'
import { fakeShelf } from './fake-shelf.ts'

// Fetched at the first word in the filter, and for the first column, they would come in the middle of a test.
await fetchGrammar()
await fetchRowSorter()

export interface Setup {
  store: Store
  hear(message: PanelHears): void
  said: PanelSays[]
  /** The commands to pages among it, with the document they are for. */
  commands(): { doc?: string; command: Command }[]
  /** Runs what the panel has put off until the next frame. */
  tick(): void
  /** A page introduces itself as its instrument would. */
  hello(page: Page, fields?: Partial<Hello>): void
  /** A page sends these facts, all of them by default. */
  facts(page: Page, from?: number, to?: number, rescue?: number): void
  /** Hello, every fact, and a frame for the panel to fold them. */
  show(page: Page): void
  stop: AbortController
  gone: AbortController
}

export function setup(deps: Partial<StoreDeps> = {}): Setup {
  const said: PanelSays[] = []
  const stop = new AbortController()
  const gone = new AbortController()
  let hearer: ((message: PanelHears) => void) | undefined
  let put: (() => void)[] = []
  const store = createStore(
    {
      line: {
        post: (message) => void said.push(message),
        listen: (hear, signal) => {
          hearer = hear
          signal.addEventListener('abort', () => {
            hearer = undefined
          })
        },
      },
      gone: gone.signal,
      host: 'devtools',
      now: () => Date.UTC(2026, 10, 22, 15, 33, 47),
      schedule: (work) => void put.push(work),
      storage: memory(),
      theme: fixedTheme('light'),
      browser: { family: 'chrome', userAgent: 'A browser' },
      template: async () => '<html><script type="application/jsonl" id="recording"></script></html>',
      shelf: async () => fakeShelf(),
      ...deps,
    },
    stop.signal,
  )
  const hear = (message: PanelHears) => hearer?.(message)
  const letter = (frame: number, fields: object, rescue?: number) =>
    hear({
      hear: 'letter',
      envelope: { frame, letter: JSON.stringify({ v: 1, ...fields }) },
      ...(rescue === undefined ? {} : { rescue }),
    })
  const tick = () => {
    const due = put
    put = []
    for (const work of due) work()
  }
  const setup: Setup = {
    store,
    hear,
    said,
    commands: () => said.flatMap((each) => (each.say === 'post' ? [commandIn(each.posted.letter)] : [])),
    tick,
    hello(page, fields) {
      const [first] = page.facts
      if (first?.type !== 'document') throw new Error('a page begins with its document')
      const { url, top, origin } = first
      const next = (page.facts.at(-1)?.seq ?? -1) + 1
      const known = { url, top, origin, oldest: 0, next, sighted: true, recording: true }
      letter(page.frame, { kind: 'hello', doc: page.doc, ...known, ...fields })
    },
    facts: (page, from = 0, to = page.facts.length, rescue = undefined) =>
      letter(page.frame, { kind: 'facts', doc: page.doc, facts: page.facts.slice(from, to) }, rescue),
    show(page) {
      setup.hello(page)
      setup.facts(page)
      tick()
    },
    stop,
    gone,
  }
  return setup
}

function commandIn(letter: string): { doc?: string; command: Command } {
  const { doc, command } = JSON.parse(letter)
  return { ...(doc === undefined ? {} : { doc }), command }
}

export function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}

/** The names of the rows that are to be seen. */
export function namesOf({ rows }: Store): string[] {
  return rows.visible.value.map(({ name }) => name)
}
