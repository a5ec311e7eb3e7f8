/** Tabs, of which one is chosen, by click or by arrow keys (ARIA's pattern for tabs). */
import { useRef } from 'preact/hooks'

export interface TabListProps<T extends string> {
  label: string
  tabs: readonly (readonly [id: T, title: string])[]
  current: T
  onChoose: (tab: T) => void
}

export function TabList<T extends string>({ label, tabs, current, onChoose }: TabListProps<T>) {
  const list = useRef<HTMLDivElement>(null)

  function hearKey(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const at = tabs.findIndex(([id]) => id === current)
    const next = step && tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChoose(next[0])
    list.current?.querySelector<HTMLElement>(`[data-tab=${next[0]}]`)?.focus()
  }

  return (
    <div ref={list} role="tablist" aria-label={label} onKeyDown={hearKey}>
      {tabs.map(([id, title]) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === current}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}
