/** The patches of an exchange as a list a person can read. */
import { useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { LongText } from './long-text.tsx'
import { formatCount } from './numbers.ts'
import { type AnswerPatches, patchesOf } from './patch-list.ts'

const CHUNK = 200

export function PatchesTab({ row }: { row: Exchange }) {
  const answers = patchesOf(row).filter(({ lines, isCut }) => lines.length > 0 || isCut)
  return (
    <>
      {answers.map((answer, index) => (
        <PatchTable key={index} answer={answer} row={row} />
      ))}
    </>
  )
}

function PatchTable({ answer: { lines, isCut }, row }: { answer: AnswerPatches; row: Exchange }) {
  const [limit, setLimit] = useState(CHUNK)
  if (isCut)
    return <p class="notice">The answer was cut when it was copied, so its patches cannot be listed.</p>
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
        {lines.slice(0, limit).map(({ op, target, value, depth }, index) => (
          <tr key={index}>
            <td style={{ paddingInlineStart: `${4 + depth * 12}px` }}>
              <bdi>{op}</bdi>
              {row.unknown?.includes(op) && <span class="flag"> unknown</span>}
            </td>
            <td>
              <bdi>{target}</bdi>
            </td>
            <td>
              <LongText text={value} />
            </td>
          </tr>
        ))}
        {lines.length > limit && (
          <tr>
            <td colSpan={3}>
              <button type="button" class="link" onClick={() => setLimit(limit + CHUNK * 10)}>
                {formatCount(lines.length - limit)} more
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
