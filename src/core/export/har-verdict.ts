/** What a HAR file says of ours beside the standard's: the row that a payload belongs to, and its verdict. */
import type { Body } from '../../protocol/facts.ts'
import type { Exchange } from '../exchange.ts'
import { type Log, rowsOf } from '../log.ts'

/** Rows keep the very bodies of their facts. */
export type RowOf = (body: Body) => Exchange | undefined

export function rowFinder(log: Log): RowOf {
  const rows = new Map<Body, Exchange>()
  for (const row of rowsOf(log)) {
    if (row.request) rows.set(row.request, row)
    for (const answer of row.answers) rows.set(answer, row)
  }
  return (body) => rows.get(body)
}

/** For the value of a `_djust` field. What was cut or is shown in part says so. */
export function djustFields(body: Body, rowOf: RowOf): Record<string, unknown> {
  const row = rowOf(body)
  const { text, ...told } = body
  if (!row) return told
  // Told in full once, where the row begins.
  const isFirst = body === (row.request ?? row.answers[0])
  return { ...told, exchange: row.id, ...(isFirst ? summaryOf(row) : {}) }
}

function summaryOf({
  kind,
  via,
  name,
  view,
  status,
  statusText,
  failure,
  patches,
  verdict,
  times,
  trigger,
}: Exchange) {
  const { render, certainty, flags, evidence } = verdict
  const says = evidence.map((each) => each.says)
  return {
    kind,
    via,
    name,
    view,
    status,
    statusText,
    failure,
    patches,
    render,
    certainty,
    flags,
    says,
    times,
    trigger,
  }
}
