/** The two pages side by side, and how the comparison is made. */
import { useEffect, useRef } from 'preact/hooks'
import type { Stage } from './stage.ts'
import type { Ways } from './ways-store.ts'

export function Stages({ ways: { stages, phase } }: { ways: Ways }) {
  const playing = phase.value.is === 'playing' ? phase.value.side : undefined
  return (
    <section class="step" aria-labelledby="watch">
      <h3 id="watch">3. Watch</h3>
      <div class="stages">
        <Frame stage={stages[0]} isPlaying={playing === 'handler'} />
        <Frame stage={stages[1]} isPlaying={playing === 'function'} />
      </div>
      <p class="sub">
        Only one field can have the focus, so the keys are played on the left first, then on the right, each
        time in a page opened afresh, with the focus in its field. They are pressed by the browser’s own
        editing command: the pages hear real input. Composition (IME) cannot be played and is not tried.
      </p>
    </section>
  )
}

function Frame({ stage, isPlaying }: { stage: Stage; isPlaying: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.append(stage.frame)
  }, [])
  return <div ref={place} class="stage" data-playing={isPlaying} />
}
