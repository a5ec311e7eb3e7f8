/** The box in the head of a tree that finds in it: how many there are, and one after the other. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatCount } from '../../core/numbers.ts'
import type { Place } from './json-place.ts'
import type { Hit } from './json-tree-state.ts'
import { type Hits, useHits } from './use-hits.ts'

export interface FindBarProps {
  whole: Place
  /** Undefined when nothing is found, or looked for. */
  onShow: (hit: Hit | undefined) => void
  onClose: () => void
}

export function FindBar({ whole, onShow, onClose }: FindBarProps) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const hits = useHits(whole, text)
  const input = useRef<HTMLInputElement>(null)
  const count = hits?.places.length ?? 0
  const place = hits?.places[at]
  useEffect(() => input.current?.focus(), [])
  useEffect(() => setAt(0), [text, whole])
  useEffect(() => {
    if (place) onShow({ place, text })
    else if (hits?.end !== 'searching') onShow(undefined)
  }, [place, hits?.end])

  const go = (step: 1 | -1) => count > 0 && setAt((at + step + count) % count)
  function hearKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else if (event.key === 'f' && (event.ctrlKey || event.metaKey)) input.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search class="find" onKeyDown={hearKey}>
      <input
        ref={input}
        // No search field by itself: Firefox takes Escape in one, and its toolbox opens a console then (escape-in-firefox.ts).
        type="text"
        role="searchbox"
        aria-label="Find in this tree"
        placeholder="Find"
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <span class="quiet" aria-live="polite">
        {hits && wordsOf(hits, at)}
      </span>
      <button
        type="button"
        class="tool"
        aria-label="Previous"
        title="Previous (Shift+Enter)"
        disabled={count === 0}
        onClick={() => go(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Next"
        title="Next (Enter)"
        disabled={count === 0}
        onClick={() => go(1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
      <button type="button" class="tool" aria-label="Close the search" title="Close (Esc)" onClick={onClose}>
        <span aria-hidden="true">✕</span>
      </button>
    </search>
  )
}

/** `3 of 128`, `3 of 10,000+`, `3 of 12…`, `None`. */
function wordsOf({ places, end }: Hits, at: number): string {
  if (places.length === 0) return end === 'searching' ? 'Searching…' : 'None'
  const tail = { all: '', more: '+', searching: '…' }[end]
  return `${formatCount(at + 1)} of ${formatCount(places.length)}${tail}`
}
