/** The patches of an exchange as a list a person can read. */
import '../css/patches.css'
import { useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { rowsOf } from '../../core/log.ts'
import { formatCount, formatMany } from '../../core/numbers.ts'
import type { Store } from '../store/store.ts'
import { createPatchHistory, type PatchHistory } from './patch-history.ts'
import { type AnswerPatches, type PatchLine, patchesOf } from './patch-list.ts'
import { PatchTarget, type PatchTargetProps } from './patch-target.tsx'
import { PatchValue } from './patch-value.tsx'
import { revealingOf } from './revealing.ts'

const CHUNK = 200
/** Deeper patches are not moved further to the right. */
const DEEPEST = 12

export function PatchesTab({ store, row }: { store: Store; row: Exchange }) {
  const { answers, patches } = row
  const lists = useMemo(() => patchesOf({ answers }), [answers])
  // What came before a row does not change while it is looked at.
  const history = useMemo(() => createPatchHistory(rowsOf(store.log.peek()), row), [answers])
  const target = { store, revealing: revealingOf(store, row) }
  const shown = lists.flatMap((list, index) => (list.lines.length > 0 || list.why ? [{ list, index }] : []))
  return (
    <>
      <p class="patch-count quiet">{formatMany(patches, 'patch', 'patches')} on the wire</p>
      {shown.map(({ list, index }) => (
        <section key={index}>
          {lists.length > 1 && (
            <h3>
              Answer {index + 1} of {lists.length}
            </h3>
          )}
          {list.why ? (
            <p class="notice">{WHY[list.why]}</p>
          ) : (
            <PatchTable list={list} history={history} target={target} />
          )}
        </section>
      ))}
      {shown.length === 0 && (
        <p class="notice">The answer counts patches, but holds none that can be listed.</p>
      )}
    </>
  )
}

const WHY = {
  cut: 'The answer was cut when it was copied, so its patches cannot be listed. Response has the part that was kept.',
  unreadable: 'The answer is not JSON, so its patches cannot be listed. Response has it as it came.',
} as const

interface PatchTableProps {
  list: AnswerPatches
  history: PatchHistory
  target: Omit<PatchTargetProps, 'line'>
}

function PatchTable({ list: { lines, more }, history, target }: PatchTableProps) {
  const [limit, setLimit] = useState(CHUNK)
  return (
    <table class="patch-list">
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Target</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, limit).map((line, index) => (
          <PatchRow key={index} line={line} history={history} target={target} />
        ))}
        {lines.length > limit && (
          <tr>
            <td colSpan={3}>
              <button type="button" class="link" onClick={() => setLimit(limit + CHUNK * 10)}>
                {formatCount(lines.length + more - limit)} more
              </button>
            </td>
          </tr>
        )}
        {lines.length <= limit && more > 0 && (
          <tr>
            <td colSpan={3} class="quiet">
              {formatCount(more)} more not shown; Response has the whole answer.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface PatchRowProps extends Omit<PatchTableProps, 'list'> {
  line: PatchLine
}

function PatchRow({ line, history, target }: PatchRowProps) {
  const { op, depth, standing } = line
  return (
    <tr>
      <td style={{ paddingInlineStart: `${4 + Math.min(depth, DEEPEST) * 12}px` }}>
        {standing === 'broken' ? (
          <span class="flag">not a patch djust knows</span>
        ) : (
          <>
            <bdi>{op}</bdi>
            {standing === 'unknown' && <span class="flag"> unknown</span>}
          </>
        )}
      </td>
      <td>
        <PatchTarget line={line} {...target} />
      </td>
      <td>
        <PatchValue line={line} history={history} />
      </td>
    </tr>
  )
}
