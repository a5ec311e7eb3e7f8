/** Says above the page what to do in it, and what state it is in. */
import type { Chosen } from './chosen.ts'

export function TryThis({ chosen }: { chosen: Chosen | null }) {
  if (!chosen) return <p>There is no such mishap. Choose one from the list.</p>
  const { card, on } = chosen
  return (
    <>
      <p>
        <strong>{card.title}:</strong> {on ? 'on' : 'off, written well'}
      </p>
      <p class="sub">
        <b>Try this.</b> {card.tryThis}
      </p>
    </>
  )
}
