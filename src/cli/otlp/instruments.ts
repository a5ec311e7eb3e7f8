/** What is counted of exchanges: the name, the unit and the labels of each metric. */
import type { Exchange } from '../../core/exchange.ts'
import { durationOf } from '../../core/moments.ts'
import { errorTypeOf, methodOf, protocolOf } from './method.ts'

/** s; those that the conventions want for calls. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
const PATCHES = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
export type Label = (row: Exchange) => Record<string, string | undefined>

export interface Histogram {
  name: string
  description: string
  unit: string
  bounds: readonly number[]
  labels: Label
  /** Undefined where there is nothing to measure. */
  value(row: Exchange): number | undefined
}

const rpc: Label = (row) => ({ 'rpc.system.name': 'djust', 'rpc.method': methodOf(row) })

export const HISTOGRAMS: readonly Histogram[] = [
  {
    name: 'rpc.client.call.duration',
    description: 'From asking to the last that was seen of the answer.',
    unit: 's',
    bounds: SECONDS,
    labels: (row) => ({
      ...rpc(row),
      'error.type': errorTypeOf(row),
      'network.protocol.name': protocolOf(row),
      'djust.kind': row.kind,
    }),
    value: (row) => (isAsked(row) ? inSeconds(durationOf(row)) : undefined),
  },
  {
    name: 'djust.server.duration',
    description: 'What the server says that it spent.',
    unit: 's',
    bounds: SECONDS,
    labels: (row) => ({ ...rpc(row), 'djust.kind': row.kind }),
    value: (row) => inSeconds(row.times.server),
  },
  {
    name: 'djust.patches',
    description: 'Patches in the answers to one exchange.',
    unit: '{patch}',
    bounds: PATCHES,
    labels: (row) => ({ ...rpc(row), 'djust.kind': row.kind }),
    value: (row) => (row.verdict.render === 'patched' ? row.patches : undefined),
  },
]

export const EXCHANGES: { name: string; description: string; unit: string; labels: Label } = {
  name: 'djust.exchanges',
  description: 'Exchanges between page and server, by what the page did because of them.',
  unit: '{exchange}',
  labels: (row) => ({
    ...rpc(row),
    'error.type': errorTypeOf(row),
    'djust.kind': row.kind,
    'djust.render': row.verdict.render,
  }),
}

function isAsked({ kind }: Exchange): boolean {
  return kind === 'call' || kind === 'dispatch' || kind === 'navigation'
}

function inSeconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000
}
