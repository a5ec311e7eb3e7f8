/** A menu below the button that opened it (ARIA's pattern for menu buttons). */
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface MenuItem {
  id: string
  title: string
}

export interface MenuProps {
  label: string
  items: readonly MenuItem[]
  opener: RefObject<HTMLElement | null>
  onChoose: (id: string) => void
  onClose: () => void
}

export function Menu({ label, items, opener, onChoose, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const buttons = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useLayoutEffect(() => buttons()[0]?.focus(), [])

  function leave(): void {
    opener.current?.focus()
    onClose()
  }
  function hearKey(event: KeyboardEvent): void {
    const all = buttons()
    const at = all.indexOf(event.target as HTMLElement)
    const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const place = places[event.key] ?? placeOf(event.key, all, at)
    if (event.key === 'Tab') {
      onClose()
      return
    }
    if (event.key === 'Escape') leave()
    else if (place === undefined) return
    else all.at(place % all.length)?.focus()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={hearKey}
      onFocusOut={({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && menu.current?.contains(relatedTarget)
        // A click on the opener closes by itself.
        if (relatedTarget && !isInside && relatedTarget !== opener.current) onClose()
      }}
    >
      {items.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            opener.current?.focus()
            onChoose(id)
          }}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

/** The next item that begins with the letter. */
function placeOf(key: string, all: readonly HTMLElement[], at: number): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined
  const begins = (place: number) =>
    all
      .at(place % all.length)
      ?.textContent?.toLowerCase()
      .startsWith(key.toLowerCase())
  for (let step = 1; step <= all.length; step += 1) if (begins(at + step)) return at + step
  return undefined
}
