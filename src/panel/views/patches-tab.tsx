/** The patches of an exchange as a list a person can read. */
import { useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { formatCount, formatMany } from '../../core/numbers.ts'
import { LongText } from './long-text.tsx'
import { type AnswerPatches, type PatchLine, patchesOf } from './patch-list.ts'

const CHUNK = 200
/** Deeper patches are not moved further to the right. */
const DEEPEST = 12

export function PatchesTab({ row }: { row: Exchange }) {
  const { answers, patches } = row
  const lists = useMemo(() => patchesOf({ answers }), [answers])
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
          {list.why ? <p class="notice">{WHY[list.why]}</p> : <PatchTable list={list} />}
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

function PatchTable({ list: { lines, more } }: { list: AnswerPatches }) {
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
          <PatchRow key={index} line={line} />
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

function PatchRow({ line: { op, target, value, depth, standing } }: { line: PatchLine }) {
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
        <bdi>{target}</bdi>
      </td>
      <td>
        <LongText text={value} />
      </td>
    </tr>
  )
}
