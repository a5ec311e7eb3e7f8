/** A row of a JSON tree: a name, and a value or how much is in it. */
import { isContainer } from '../../core/json-diff/identities.ts'
import { formatCount } from '../../core/numbers.ts'
import { isRange, type TreeRow } from './json-model.ts'
import { LongText } from './long-text.tsx'

export interface JsonRowProps {
  row: TreeRow
  index: number
  /** Whether Tab leads here. */
  isStop: boolean
  /** What was looked for, where it was found here. */
  found: string | undefined
}

export function JsonRow({ row, index, isStop, found }: JsonRowProps) {
  const { at, branch, isOpen, isDeepest, level, position, size } = row
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      {...(branch ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      class={found === undefined ? 'line' : 'line hit'}
      style={{ paddingInlineStart: `${(level - 1) * 12}px` }}
      {...(isDeepest ? { title: 'Too deep to be drawn in here; the tree begins anew with it.' } : {})}
    >
      <span class="twist" aria-hidden="true">
        {branch && (isDeepest ? '▹' : isOpen ? '▾' : '▸')}
      </span>
      {isRange(at) ? (
        <span class="quiet">
          [{formatCount(at.from)} … {formatCount(at.to - 1)}]
        </span>
      ) : (
        <>
          {level > 1 && (
            <span class="key">
              <bdi>{at.step}</bdi>:{' '}
            </span>
          )}
          <Value value={at.value} found={found} />
        </>
      )}
    </div>
  )
}

function Value({ value, found }: { value: unknown; found: string | undefined }) {
  if (isContainer(value)) return <span class="quiet">{outlineOf(value)}</span>
  if (typeof value !== 'string') return <span class="scalar">{String(value)}</span>
  const from = found === undefined ? -1 : value.toLowerCase().indexOf(found.toLowerCase())
  return (
    <span class="string">
      "<LongText text={value} show={Math.max(0, from)} />"
    </span>
  )
}

/** `[2,500]`, `{3}`, `[]`. */
function outlineOf(value: object): string {
  const count = Array.isArray(value) ? value.length : Object.keys(value).length
  const said = count === 0 ? '' : formatCount(count)
  return Array.isArray(value) ? `[${said}]` : `{${said}}`
}
