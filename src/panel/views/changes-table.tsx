/** Two JSON values side by side: what was added, removed, changed or moved, as a tree; in words and signs. */
import { useMemo, useState } from 'preact/hooks'
import type { JsonComparison, Step, Stop } from '../../core/json-diff/difference.ts'
import { isContainer } from '../../core/json-diff/identities.ts'
import { formatCount, formatMany } from '../../core/numbers.ts'
import type { Confirmation } from '../store/confirmation.ts'
import { type ChangeRow, changeRowsOf } from './change-rows.ts'
import { JsonTree } from './json-tree.tsx'
import { LongText } from './long-text.tsx'

export interface ChangesTableProps {
  label: string
  comparison: JsonComparison
  /** The second value. */
  after: unknown
  confirmation: Confirmation
}

const CHUNK = 200
/** Deeper rows are moved no further to the right. */
const DEEPEST = 8

const WORDS: Record<ChangeRow['type'], readonly [sign: string, word: string]> = {
  added: ['+', 'added'],
  removed: ['−', 'removed'],
  changed: ['→', 'changed'],
  moved: ['↕', 'moved'],
  within: ['', ''],
  uncompared: ['?', 'not compared'],
  same: ['=', 'same'],
}

const STOPS: Record<Stop, string> = {
  depth: 'What lies deeper than 200 levels was not compared.',
  size: 'There is more than 100,000 values can say; what lies behind them was not compared.',
  repeats: 'Many items repeat, so more of them may be said to have moved than need have.',
}

export function ChangesTable({ label, comparison, after, confirmation }: ChangesTableProps) {
  const [limit, setLimit] = useState(CHUNK)
  const { rows, isMore } = useMemo(() => rowsOf(comparison, after, limit), [comparison, limit])
  if (rows.length === 0) return <p class="quiet">Nothing differs.</p>
  return (
    <>
      <table class="changes" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">Where</th>
            <th scope="col">Earlier</th>
            <th scope="col">Later</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} confirmation={confirmation} />
          ))}
        </tbody>
      </table>
      {isMore && (
        <button type="button" class="link" onClick={() => setLimit(limit + CHUNK * 5)}>
          more changes
        </button>
      )}
      {comparison.stopped.map((stop) => (
        <p key={stop} class="quiet">
          {STOPS[stop]}
        </p>
      ))}
    </>
  )
}

function rowsOf({ root }: JsonComparison, after: unknown, limit: number) {
  const all = root ? changeRowsOf(root, after) : [][Symbol.iterator]()
  const rows: ChangeRow[] = []
  for (const row of all) {
    if (rows.length === limit) return { rows, isMore: true }
    rows.push(row)
  }
  return { rows, isMore: false }
}

function Row({ row, confirmation }: { row: ChangeRow; confirmation: Confirmation }) {
  const [sign, word] = WORDS[row.type]
  const where = row.level < 0 ? 'the whole' : nameOf(row.step)
  const indent = { paddingInlineStart: `${4 + Math.max(0, Math.min(row.level, DEEPEST)) * 12}px` }
  return (
    <tr class={row.type}>
      <td class="change">
        <span aria-hidden="true">{sign}</span> {word}
      </td>
      {where === '' ? (
        <td style={indent} />
      ) : (
        <th scope="row" style={indent}>
          <bdi>{where}</bdi>
        </th>
      )}
      <Cells row={row} where={where} confirmation={confirmation} />
    </tr>
  )
}

function nameOf(step: Step): string {
  return typeof step === 'number' ? `[${step}]` : step
}

function Cells({ row, where, confirmation }: { row: ChangeRow; where: string; confirmation: Confirmation }) {
  const cell = (value: unknown) => (
    <Value value={value} label={where || 'Value'} confirmation={confirmation} />
  )
  switch (row.type) {
    case 'added':
      return (
        <>
          <td />
          <td>{cell(row.to)}</td>
        </>
      )
    case 'removed':
      return (
        <>
          <td>{cell(row.from)}</td>
          <td />
        </>
      )
    case 'changed':
    case 'uncompared':
      return (
        <>
          <td>{cell(row.from)}</td>
          <td>{cell(row.to)}</td>
        </>
      )
    case 'moved':
      return (
        <>
          <td>at [{formatCount(row.was)}]</td>
          <td>{cell(row.to)}</td>
        </>
      )
    case 'within':
      return (
        <td colSpan={2} class="quiet">
          {formatMany(row.count, 'difference', 'differences')} in it
        </td>
      )
    case 'same':
      return (
        <td colSpan={2}>
          <Same row={row} confirmation={confirmation} />
        </td>
      )
  }
}

/** Folded: what did not change is looked at when somebody asks. */
function Same({
  row: { count, rest },
  confirmation,
}: {
  row: Extract<ChangeRow, { type: 'same' }>
  confirmation: Confirmation
}) {
  const [isOpen, setOpen] = useState(false)
  const value = useMemo(() => (isOpen ? rest() : undefined), [isOpen])
  return (
    <>
      <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {formatCount(count)} unchanged
      </button>
      {isOpen && <JsonTree label="Unchanged" value={value} confirmation={confirmation} />}
    </>
  )
}

function Value({
  value,
  label,
  confirmation,
}: {
  value: unknown
  label: string
  confirmation: Confirmation
}) {
  if (isContainer(value)) return <JsonTree label={label} value={value} confirmation={confirmation} isClosed />
  return <LongText text={typeof value === 'bigint' ? String(value) : JSON.stringify(value)} />
}
