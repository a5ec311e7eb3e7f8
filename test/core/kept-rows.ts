/** Real rows as they are kept for tests of comparisons: what those look at, without payloads, and times to the tenth of a ms. */
import type { Exchange, Times } from '../../src/core/exchange.ts'

export interface KeptRow
  extends Pick<
    Exchange,
    'kind' | 'name' | 'view' | 'transport' | 'status' | 'statusText' | 'patches' | 'sent' | 'received'
  > {
  render: Exchange['verdict']['render']
  nodes?: number
  /** Since it began. */
  times: Times
}

/** What the runtime does by itself is left out. */
export function kept(rows: readonly Exchange[]): KeptRow[] {
  return rows.filter(({ kind }) => kind !== 'system').map(keptRow)
}

function keptRow({ at, times: { server, ...moments }, verdict, dom, ...row }: Exchange): KeptRow {
  const { kind, name, view, transport, status, statusText, patches, sent, received } = row
  const since = Object.entries(moments).map(([moment, ms]) => [moment, tenth(ms - at)])
  return {
    ...{ kind, name, view, transport, status, statusText, patches, sent, received },
    render: verdict.render,
    ...(dom ? { nodes: dom.nodes } : {}),
    times: { ...Object.fromEntries(since), ...(server === undefined ? {} : { server: tenth(server) }) },
  }
}

/** As a row of the document `doc`, begun at `at` ms. */
export function revived(row: KeptRow, doc: string, seq: number, at: number): Exchange {
  const { render, nodes, times, ...rest } = row
  const { server, ...since } = times
  const moments = Object.entries(since).map(([name, ms]) => [name, at + ms])
  return {
    ...rest,
    ...{ id: `${doc}/${seq}`, doc, frame: 0, seq, at, answers: [] },
    times: { ...Object.fromEntries(moments), ...(server === undefined ? {} : { server }) },
    ...(nodes === undefined ? {} : { dom: { nodes, added: 0, removed: 0, attributes: 0, text: 0 } }),
    verdict: { render, certainty: 'proved', evidence: [], flags: [] },
  }
}

function tenth(ms: number): number {
  return Math.round(ms * 10) / 10
}
