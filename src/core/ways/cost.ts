/** What a run cost one side: every figure counted from its rows, or from what was seen of its field. */
import { harmOf } from '../collateral.ts'
import type { Exchange } from '../exchange.ts'
import { hasFailed } from '../failed.ts'
import { isRecord } from '../is-record.ts'
import { durationOf } from '../moments.ts'
import { readJson } from '../read-json.ts'
import { type Spread, spreadOf } from '../statistics/spread.ts'
import { summarise } from '../summary.ts'
import type { Side } from './side.ts'

export interface Cost {
  calls: number
  dispatches: number
  /** Bytes up and down. */
  sent: number
  received: number
  /** ms that the server says it spent, in all; undefined when it said nothing. */
  server: number | undefined
  /** Fresh views that calls mounted, and the ms that those say it took them. */
  mounts: { count: number; ms: number | undefined }
  rerenders: number
  patches: number
  /** Nodes of the page that those patches touched; undefined when nobody counted. */
  nodes: number | undefined
  /** How often each was taken by a re-render; undefined when no re-render was measured. */
  harm: Harm | undefined
  /** When each key was pressed, ms after the first. */
  keys: readonly number[]
  /** Keys that went nowhere because the focus was gone. */
  missed: number
  typed: string
  found: string
  /** From the asking to the last thing seen of the answer. */
  time: Spread | undefined
  /** Answers that came after a newer one, and how many of those the list showed. */
  stale: number
  staleShown: number
  failed: number
  pending: number
}

export interface Harm {
  /** Re-renders that were measured. */
  measured: number
  focus: number
  caret: number
  composition: number
  text: number
}

export function costOf({ rows, played }: Side): Cost {
  const { kinds, sent, received, rerenders, patches } = summarise(rows)
  const times = rows.map(durationOf).filter((time) => time !== undefined)
  const counted = rows.flatMap(({ dom }) => (dom ? [dom.nodes] : []))
  const { keys, missed, typed, found, shown } = played
  return {
    calls: kinds.call,
    dispatches: kinds.dispatch,
    sent,
    received,
    server: sumOf(rows.map(({ times }) => times.server)),
    mounts: {
      count: rows.filter(isAnsweredCall).length,
      ms: sumOf(rows.map(mountOf)),
    },
    rerenders,
    patches,
    nodes: counted.length > 0 || patches === 0 ? (sumOf(counted) ?? 0) : undefined,
    harm: harmIn(rows, rerenders),
    ...{ keys, missed, typed, found },
    time: spreadOf(Float64Array.from(times).sort()),
    stale: rows.filter(({ verdict }) => verdict.flags.includes('stale')).length,
    staleShown: overtakenIn(shown),
    failed: rows.filter(hasFailed).length,
    pending: rows.filter(({ status }) => status === 'pending').length,
  }
}

/** What stays of a re-render that nobody measured is not known; where nothing was re-rendered, nothing can be taken. */
function harmIn(rows: readonly Exchange[], rerenders: number): Harm | undefined {
  const measured = rows.filter(({ collateral }) => collateral !== undefined).length
  if (measured === 0 && rerenders > 0) return undefined
  const harms = rows.map(harmOf)
  const count = (part: 'focus' | 'caret' | 'composition' | 'typed') =>
    harms.filter((harm) => harm?.[part] !== undefined).length
  return {
    measured,
    ...{ focus: count('focus'), caret: count('caret') },
    ...{ composition: count('composition'), text: count('typed') },
  }
}

/** The demo's own functions say what their mount took; others do not. */
function mountOf({ kind, answers }: Exchange): number | undefined {
  const answer = kind === 'call' ? readJson(answers[0]?.text ?? '') : undefined
  const result = isRecord(answer) ? answer['result'] : undefined
  const ms = isRecord(result) ? result['mount_ms'] : undefined
  return typeof ms === 'number' ? ms : undefined
}

const isAnsweredCall = ({ kind, answers }: Exchange) => kind === 'call' && answers.length > 0

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, number) => sum + number, 0)
}

/** How many were shown after one that was asked for later. */
function overtakenIn(shown: readonly number[]): number {
  let newest = Number.NEGATIVE_INFINITY
  let overtaken = 0
  for (const turn of shown) {
    if (turn < newest) overtaken += 1
    newest = Math.max(newest, turn)
  }
  return overtaken
}
