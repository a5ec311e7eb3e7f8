/** Shows who asked, or the first node that was re-rendered, in the browser's own inspector. */
import { useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { outlinesOf } from '../../core/outlines.ts'
import type { Store } from '../store/store.ts'
import { inspectorName } from './reveal-words.ts'
import { revealingOf } from './revealing.ts'

const WHAT = { asked: 'who asked', 're-rendered': 'what was re-rendered' } as const

export function Reveal({ store, row }: { store: Store; row: Exchange }) {
  const outlines = useMemo(() => outlinesOf(row), [row])
  const [said, setSaid] = useState('')
  const { why, reveal } = revealingOf(store, row)
  if (outlines.length === 0) return null

  return (
    <>
      <p class="buttons">
        {outlines.map((outline) => (
          <button
            key={outline.word}
            type="button"
            class="action"
            disabled={why !== undefined}
            title={why ?? `Show ${WHAT[outline.word]} there`}
            onClick={() => void reveal(outline, WHAT[outline.word]).then(setSaid)}
          >
            Reveal {WHAT[outline.word]} in {inspectorName(store.browser)}
          </button>
        ))}
      </p>
      {(why ?? said) && (
        <p class="quiet" role="status">
          {why ?? said}
        </p>
      )}
    </>
  )
}
