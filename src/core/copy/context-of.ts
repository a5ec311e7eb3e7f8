/** Looks up in a log what a copy format needs to know beside the row. */
import type { Fact, FactOf } from '../../protocol/facts.ts'
import type { Exchange } from '../exchange.ts'
import { documentsOf, factsOf, type Log } from '../log.ts'
import { absoluteUrl } from './absolute-url.ts'
import type { CopyContext } from './copy-format.ts'
import { memberOf, readSource, textOf } from './json-source.ts'

export function contextOf(log: Log, exchange: Exchange): CopyContext {
  const page = documentsOf(log).find(({ doc }) => doc === exchange.doc)?.url ?? ''
  const facts = factsOf(log, exchange.doc)
  const sent = facts.find((fact) => isOf(fact, exchange))
  const context: CopyContext = { page, url: page }
  if (sent?.type === 'request') context.url = absoluteUrl(sent.url, page)
  if (sent?.type !== 'frame-out') return context
  const before = facts.filter(({ seq }) => seq < sent.seq)
  const opened = before.findLast(
    (fact) => fact.type === 'connection-opened' && fact.connection === sent.connection,
  )
  if (opened?.type === 'connection-opened') context.socket = opened.url
  const mount = before.findLast((fact) => isMount(fact, sent.connection, exchange.view))
  const frame = mount?.type === 'frame-out' ? readSource(mount.body.text) : undefined
  const params = memberOf(frame, 'params')
  if (frame)
    context.mount = {
      url: textOf(memberOf(frame, 'url')) ?? '',
      params: params?.type === 'object' ? params.members : [],
    }
  return context
}

/** A row keeps the very body of the fact that went out. */
function isOf(fact: Fact, { request }: Exchange): fact is FactOf<'request'> | FactOf<'frame-out'> {
  return (fact.type === 'request' || fact.type === 'frame-out') && fact.body === request
}

function isMount(fact: Fact, connection: number, view: string): boolean {
  if (fact.type !== 'frame-out' || fact.connection !== connection) return false
  // Only a mount names its view, so most frames need not be read.
  if (fact.body.cut || !fact.body.text.includes('mount')) return false
  const frame = readSource(fact.body.text)
  const type = textOf(memberOf(frame, 'type'))
  return (type === 'mount' || type === 'live_redirect_mount') && textOf(memberOf(frame, 'view')) === view
}
