/** What a person would look for in the log to see each mishap, without any rule of the advice. */
import type { Exchange } from '../../src/core/exchange.ts'
import type { AdviceId } from '../../src/protocol/advice-ids.ts'

type Trace = (rows: readonly Exchange[]) => boolean

const count = (rows: readonly Exchange[], is: (row: Exchange) => boolean) => rows.filter(is).length

const named = (rows: readonly Exchange[], name: string) => rows.filter((row) => row.name === name)
const span = (from: number | undefined, to: number | undefined) => (to ?? 0) - (from ?? 0)
const answer = ({ answers }: Exchange) => answers[0]

export const TRACES: Record<AdviceId, Trace> = {
  'handler-never-renders': (rows) => {
    const asked = rows.filter(({ kind, verdict }) => kind === 'dispatch' && verdict.render === 'none')
    return asked.length === 4
  },
  'call-then-render': (rows) => {
    const asked = rows.filter(({ kind }) => kind === 'call' || kind === 'dispatch').map(({ kind }) => kind)
    return asked.join(' ') === Array(4).fill('call dispatch').join(' ')
  },
  'no-debounce': (rows) => rows.length >= 'regression'.length,
  // Overtaken, and drawn all the same: what is only overtaken the twin drops.
  'late-answer': (rows) =>
    count(rows, ({ verdict, drawn }) => verdict.flags.includes('stale') && Boolean(drawn?.outside)) > 0,
  'repeated-call': (rows) => {
    const asked = rows.map(({ name, request }) => `${name} ${request?.text}`)
    return asked.length > 1 && new Set(asked).size === 1
  },
  'chained-calls': (rows) => named(rows, 'usage').length === 8,
  collateral: (rows) => count(rows, ({ collateral }) => collateral?.focus !== undefined) > 0,
  'wasted-render': (rows) => count(rows, ({ verdict }) => verdict.flags.includes('wasted')) === 4,
  'whole-list': (rows) => rows.length === 3 && rows.every(({ patches }) => patches > 30),
  'full-html': (rows) => count(rows, ({ verdict }) => verdict.render === 'replaced') === 4,
  'http-fallback': (rows) =>
    count(rows, ({ kind, transport }) => kind === 'dispatch' && transport === 'http') === 4,
  'unanswered-ref': (rows) =>
    count(rows, ({ faults }) => faults?.some(({ id }) => id === 'ref-unsettled') ?? false) >= 2,
  'unseen-error': (rows) => count(rows, ({ status, dom }) => status === 'error' && !dom?.nodes) === 2,
  'client-limit': (rows) => /"limit": ?400/.test(rows.at(-1)?.request?.text ?? ''),
  'oversized-payload': (rows) => rows.every((row) => (answer(row)?.bytes ?? 0) > 500_000),
  'ignored-payload': (rows) =>
    rows.length === 2 &&
    rows.every(
      ({ request, verdict }) => /"params":{}/.test(request?.text ?? '') && verdict.render === 'empty',
    ),
  'script-twice': (rows) =>
    count(rows, ({ faults }) => faults?.some(({ id }) => id === 'sent-twice') ?? false) === 3,
  'missing-csrf': (rows) => rows.length > 0 && rows.every(({ failure }) => failure?.code === 'csrf_failed'),
  'slow-apply': (rows) => rows.every(({ times }) => span(times.applying, times.applied) > 150),
  'slow-server': (rows) => rows.length === 3 && rows.every(({ times }) => (times.server ?? 0) > 850),
  'slow-network': (rows) =>
    rows.length === 3 &&
    rows.every(({ times }) => span(times.sent, times.received) - (times.server ?? 0) > 850),
}
