/** Firefox's console, heard through WebDriver BiDi: what the page says, what it throws, what the browser says of it. */
import type { Bidi } from './bidi.ts'
import type { ConsoleLine } from './browser.ts'

interface LogEntry {
  type: string
  level: string
  /** Of a `console` entry: the function that was called. */
  method?: string
  text: string | null
  source: { context?: string }
}

export async function hearConsole(
  bidi: Bidi,
  context: string,
  hear: (line: ConsoleLine) => void,
): Promise<void> {
  bidi.on('log.entryAdded', (params) => {
    const { type, level, method, text, source } = params as LogEntry
    if (source.context !== context) return
    hear({ level: type === 'console' ? (method ?? level) : `${type} ${level}`, text: text ?? '' })
  })
  await bidi.send('session.subscribe', { events: ['log.entryAdded'], contexts: [context] })
}
