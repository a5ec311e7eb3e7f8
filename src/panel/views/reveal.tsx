/** Shows who asked, or the first node that was re-rendered, in the browser's own inspector. */
import { useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf } from '../../core/log.ts'
import { outlinesOf } from '../../core/outlines.ts'
import type { Outline } from '../../protocol/reach.ts'
import type { Store } from '../store/store.ts'
import { inspectorName, whyNotRevealed } from './reveal-words.ts'

const WHAT = { asked: 'who asked', 're-rendered': 'what was re-rendered' } as const

export function Reveal({ store, row }: { store: Store; row: Exchange }) {
  const outlines = useMemo(() => outlinesOf(row), [row])
  const [said, setSaid] = useState('')
  const document = documentsOf(store.log.value).find(({ doc }) => doc === row.doc)
  const why = whyNotRevealed(store, row, document)
  if (outlines.length === 0) return null

  async function reveal({ selector, word }: Outline): Promise<void> {
    const reached = document && (await store.reach?.inspect(document, selector))
    if (reached?.ok)
      setSaid(reached.value === 0 ? `There is nothing of ${WHAT[word]} on the page any more.` : '')
    else setSaid(reached?.says ?? '')
  }

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
            onClick={() => void reveal(outline)}
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
