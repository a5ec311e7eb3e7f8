/** The tabs above everything: the log, and what it comes to. */
import { useRef } from 'preact/hooks'
import type { Store, View } from '../store/store.ts'

const TABS: readonly [View, string][] = [
  ['log', 'Log'],
  ['statistics', 'Statistics'],
]

export function ViewTabs({ view }: Pick<Store, 'view'>) {
  const list = useRef<HTMLDivElement>(null)
  function hearKey(event: KeyboardEvent): void {
    const places: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }
    const step = places[event.key]
    const at = TABS.findIndex(([name]) => name === view.value)
    const next = step && TABS.at((at + step) % TABS.length)
    if (!next) return
    event.preventDefault()
    view.value = next[0]
    list.current?.querySelector<HTMLElement>(`[data-view=${next[0]}]`)?.focus()
  }
  return (
    <div ref={list} class="tabs views-of" role="tablist" aria-label="Views" onKeyDown={hearKey}>
      {TABS.map(([name, title]) => (
        <button
          key={name}
          type="button"
          role="tab"
          data-view={name}
          aria-selected={view.value === name}
          tabIndex={view.value === name ? 0 : -1}
          onClick={() => {
            view.value = name
          }}
        >
          {title}
        </button>
      ))}
    </div>
  )
}
