/** JSON as a tree that draws only what is open. Text from the page is text, never markup. */
import '../css/json.css'
import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { formatMany } from '../../core/numbers.ts'
import type { Confirmation } from '../store/confirmation.ts'
import { depthOf, type Place } from './json-place.ts'
import { JsonRow } from './json-row.tsx'
import { createJsonTreeState, type JsonTreeState } from './json-tree-state.ts'
import { lazy } from './lazy.tsx'
import { opensContextMenu } from './opens-context-menu.ts'

export interface JsonTreeProps {
  label: string
  value: unknown
  confirmation: Confirmation
  /** Whether the box that finds in it is shown; for whoever has a button for that. */
  isFinding?: Signal<boolean>
  /** Nothing of it is open at first. */
  isClosed?: boolean
}

const loadFindBar = async () => (await import('./find-bar.tsx')).FindBar
const FindBar = lazy(loadFindBar)

export function JsonTree({ label, value, confirmation, isFinding, isClosed = false }: JsonTreeProps) {
  const whole = useMemo<Place>(() => ({ value, step: '', around: undefined }), [value])
  const tree = useMemo(() => createJsonTreeState(whole, isClosed), [whole])
  const own = useSignal(false)
  const finding = isFinding ?? own
  const element = useRef<HTMLDivElement>(null)
  const wanted = useFocus(element, tree)
  const found = tree.hit.value

  async function openMenu(event: MouseEvent | KeyboardEvent): Promise<void> {
    const index = indexOf(event.target)
    const row = tree.rows.value[index]
    const owner = element.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    if (!row || !owner) return
    event.preventDefault()
    tree.go(index)
    const { openJsonMenu } = await import('./json-menu.ts')
    await openJsonMenu(row.at, owner, event, confirmation)
  }
  async function copyValue(event: Event): Promise<void> {
    const row = tree.rows.value[tree.active.value]
    if (!row || window.getSelection()?.toString()) return
    event.preventDefault()
    const { copyJsonValue } = await import('./json-menu.ts')
    copyJsonValue(row.at, confirmation)
  }
  function hearKey(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    const row = tree.rows.value[indexOf(event.target)]
    // Of a button in a row all keys are its own.
    if (!row || !(event.target as Element).matches('[role=treeitem]')) return
    if (opensContextMenu(event)) return void openMenu(event)
    if (ctrlKey || metaKey) {
      if (key === 'f' && !altKey && !shiftKey) finding.value = true
      else if (key === 'c' && !altKey && !shiftKey) return void copyValue(event)
      else return
    } else if (altKey || !tree.press(key)) return
    else wanted.current = true
    event.preventDefault()
  }

  return (
    <>
      {finding.value && (
        <FindBar
          whole={whole}
          onShow={tree.reveal}
          onClose={() => {
            finding.value = false
            tree.reveal(undefined)
            element.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
          }}
        />
      )}
      {tree.root.value !== whole && <Within tree={tree} />}
      <div
        ref={element}
        class="json"
        role="tree"
        aria-label={label}
        onKeyDown={hearKey}
        // What is typed right after Ctrl+F shall meet the box.
        onFocusIn={() => void loadFindBar().catch(() => {})}
        onContextMenu={(event) => void openMenu(event)}
        onClick={({ target }) => {
          if (target instanceof HTMLButtonElement || window.getSelection()?.toString()) return
          tree.go(indexOf(target))
          tree.toggle(indexOf(target))
        }}
      >
        {tree.rows.value.map((row, index) => (
          <JsonRow
            key={row.key}
            row={row}
            index={index}
            isStop={index === tree.active.value}
            found={found && index === tree.active.value ? found.text : undefined}
          />
        ))}
      </div>
    </>
  )
}

function indexOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return Number(row?.dataset['index'] ?? -1)
}

/** The row that a key leads to takes the focus once it is drawn; what was found is brought on screen. */
function useFocus(element: { current: HTMLDivElement | null }, tree: JsonTreeState) {
  const wanted = useRef(false)
  const found = tree.hit.value
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    element.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
  useLayoutEffect(() => {
    if (found) element.current?.querySelector('.hit')?.scrollIntoView({ block: 'nearest' })
  }, [found])
  return wanted
}

function Within({ tree }: { tree: JsonTreeState }) {
  return (
    <p class="quiet within">
      {formatMany(depthOf(tree.root.value), 'level', 'levels')} down.{' '}
      <button type="button" class="link" onClick={() => tree.leave()}>
        Show from the top
      </button>
    </p>
  )
}
