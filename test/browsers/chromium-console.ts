/** Chromium's console, heard through the debugging protocol: what the page says, what it throws, what the browser says of it. */
import type { CDPSession } from 'playwright'
import type { ConsoleLine } from './browser.ts'

/** The part of a `Runtime.RemoteObject` that can be read without asking the page again. */
interface Remote {
  type: string
  subtype?: string
  value?: unknown
  unserializableValue?: string
  description?: string
  preview?: { properties: { name: string; value?: string }[] }
}

export async function hearConsole(session: CDPSession, hear: (line: ConsoleLine) => void): Promise<void> {
  session.on('Runtime.consoleAPICalled', ({ type, args }) =>
    hear({ level: type, text: (args as Remote[]).map(textOf).join(' ') }),
  )
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    hear({ level: 'uncaught', text: `${text} ${exception ? textOf(exception as Remote) : ''}`.trim() }),
  )
  session.on('Log.entryAdded', ({ entry: { level, source, text, url = '' } }) =>
    hear({ level, text: `${source}: ${text} ${url}`.trim() }),
  )
  await session.send('Runtime.enable')
  await session.send('Log.enable')
}

function textOf({ type, subtype, value, unserializableValue, description, preview }: Remote): string {
  if (typeof value === 'string') return value
  if (value !== undefined) return JSON.stringify(value)
  // The preview of an error is its description once more, cut short.
  const properties =
    subtype === 'error' ? '' : preview?.properties.map((each) => `${each.name}: ${each.value}`).join(', ')
  return `${unserializableValue ?? description ?? type}${properties ? ` {${properties}}` : ''}`
}
