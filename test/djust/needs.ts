/** Finds out by looking, never by a version, whether a release has what an entry needs. */
import type { Needs } from './entries.ts'

/** What the release lacks, in plain words; undefined when it has all of it. */
export async function lackOf(needs: Needs | undefined, page: string): Promise<string | undefined> {
  if (!needs) return undefined
  const answer = await fetch(page)
  const { clientContains, pageAnswers } = needs
  if (pageAnswers !== undefined && answer.status !== pageAnswers)
    return `not in this release: its page answers ${answer.status}`
  if (clientContains === undefined) return undefined
  const client = await fetch(new URL(clientOf(await answer.text(), page), page))
  if (!client.ok) throw new Error(`${client.url} answers ${client.status}.`)
  return (await client.text()).includes(clientContains)
    ? undefined
    : `not in this release: its client.js has no ${clientContains}`
}

/** The address of the runtime, as the page itself names it. */
function clientOf(html: string, page: string): string {
  const address = /<script[^>]*\bsrc="([^"]*\/client(?:\.min)?(?:\.[0-9a-f]+)?\.js[^"]*)"/.exec(html)?.[1]
  if (!address) throw new Error(`${page} loads no client.js.`)
  return address
}
