/** Drives a page through every entry and writes down what can be known of it from outside. */
import type { ConsoleLine, Tab } from '../../browsers/browser.ts'
import { act } from '../act.ts'
import type { CaptureProxy } from '../capture-proxy.ts'
import type { Driven } from './drive.ts'
import { type Rest, rest } from './rest.ts'
import { linesOfMessages, linesOfRequests } from './traffic.ts'

/** What was seen of one entry, as lines that can be compared. */
export interface Testimony {
  entry: string
  dom: string[]
  state: string[]
  console: string[]
  /** In no order: they go over several connections, where one overtakes another whatever the page does. */
  requests: string[]
  /** Of sockets and event streams, each way in its order. */
  messages: string[]
  /** Why the page did not come to rest; two such pages may be alike by chance. */
  unrest?: string
}
export const ASPECTS = ['dom', 'state', 'console', 'requests', 'messages'] as const

export async function witness(tab: Tab, proxy: CaptureProxy, drive: readonly Driven[]): Promise<Testimony[]> {
  const heard: ConsoleLine[] = []
  await tab.hearConsole((line) => heard.push(line))
  const testimonies: Testimony[] = []
  for (const { name, page, do: groups, quiet } of drive) {
    const from = { console: heard.length, captured: proxy.captured.length, requested: proxy.requested.length }
    await tab.goto(`${proxy.url}${page}`)
    let seen: Rest = await rest(tab, proxy, from.captured, 100)
    for (const acts of groups) {
      for (const step of acts) await act(tab, step)
      seen = await rest(tab, proxy, from.captured, quiet)
    }
    // Left for nothing at once: a page that waits for the next one sees its socket close, and opens another.
    await tab.goto('about:blank')
    testimonies.push({
      entry: name,
      ...(seen.unrest ? { unrest: seen.unrest } : {}),
      // A line each for tags and texts: a difference is shown by its line.
      dom: seen.page.html.split(/(?<=>)|(?=<)/).filter((part) => part.trim() !== ''),
      state: seen.page.state,
      console: heard.slice(from.console).map(({ level, text }) => `${level}: ${text}`),
      requests: linesOfRequests(proxy.requested.slice(from.requested), proxy.captured.slice(from.captured)),
      messages: linesOfMessages(proxy.captured.slice(from.captured)),
    })
  }
  return testimonies
}
