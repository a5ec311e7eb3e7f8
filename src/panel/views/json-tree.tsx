/** JSON as a tree that draws only what is open. Text from the page is text, never markup. */
import { useState } from 'preact/hooks'
import { formatCount } from '../../core/numbers.ts'
import { LongText } from './long-text.tsx'
import { moveInTree, togglesBranch } from './tree-keys.ts'

/** Children drawn at once; the rest comes when asked. */
const CHUNK = 100

export function JsonTree({ label, value }: { label: string; value: unknown }) {
  return (
    <div class="json" role="tree" aria-label={label} onKeyDown={moveInTree}>
      <Item value={value} level={1} isFirst />
    </div>
  )
}

interface ItemProps {
  name?: string
  value: unknown
  level: number
  /** Where Tab leads; from there on with arrows. */
  isFirst?: boolean
}

function Item({ name, value, level, isFirst = false }: ItemProps) {
  const [isOpen, setOpen] = useState(level <= 2)
  const [limit, setLimit] = useState(CHUNK)
  const children = childrenOf(value)
  const isBranch = children !== undefined && children.length > 0
  const rest = isBranch ? children.length - limit : 0
  return (
    <div
      role="treeitem"
      aria-level={level}
      {...(isBranch ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isFirst ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation()
        if (isBranch && !window.getSelection()?.toString()) setOpen(!isOpen)
      }}
      onKeyDown={(event) => {
        if (!isBranch || event.target !== event.currentTarget || !togglesBranch(event.key, isOpen)) return
        event.preventDefault()
        event.stopPropagation()
        setOpen(!isOpen)
      }}
    >
      <div class="line" style={{ paddingInlineStart: `${(level - 1) * 12}px` }}>
        <span class="twist" aria-hidden="true">
          {isBranch ? (isOpen ? '▾' : '▸') : ''}
        </span>
        {name !== undefined && (
          <span class="key">
            <bdi>{name}</bdi>:{' '}
          </span>
        )}
        {children ? <span class="quiet">{outlineOf(value, children.length)}</span> : <Leaf value={value} />}
      </div>
      {isBranch && isOpen && (
        <div role="group">
          {children.slice(0, limit).map(([key, child]) => (
            <Item key={key} name={key} value={child} level={level + 1} />
          ))}
          {rest > 0 && (
            <button
              type="button"
              class="link"
              style={{ marginInlineStart: `${level * 12 + 12}px` }}
              onClick={(event) => {
                event.stopPropagation()
                setLimit(limit + CHUNK * 10)
              }}
            >
              {formatCount(rest)} more
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function Leaf({ value }: { value: unknown }) {
  if (typeof value === 'string')
    return (
      <span class="string">
        "<LongText text={value} />"
      </span>
    )
  return <span class="scalar">{String(value)}</span>
}

function childrenOf(value: unknown): [string, unknown][] | undefined {
  return typeof value === 'object' && value !== null ? Object.entries(value) : undefined
}

function outlineOf(value: unknown, count: number): string {
  if (Array.isArray(value)) return count === 0 ? '[]' : `[${formatCount(count)}]`
  return count === 0 ? '{}' : `{${formatCount(count)}}`
}
