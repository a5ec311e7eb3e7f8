/** Who overtook an exchange, as a sentence and as two lines that cross; and what the shaker had to do with it. */
import '../css/race.css'
import { useMemo } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { KINDS } from '../../core/kinds.ts'
import { rowsOf } from '../../core/log.ts'
import { startOf } from '../../core/moments.ts'
import { formatMs } from '../../core/numbers.ts'
import { crossingWords } from '../../core/races/crossing-words.ts'
import { type Crossing, crossingOf, reachedAt } from '../../core/races/crossings.ts'
import { shakenSentence } from '../../core/races/shaken-sentence.ts'
import type { Store } from '../store/store.ts'
import { Section } from './section.tsx'

export function RaceSection({ store, row }: { store: Store; row: Exchange }) {
  const rows = rowsOf(store.log.value)
  const crossing = useMemo(() => crossingOf(rows, row), [rows, row])
  if (!crossing && !row.shaken) return null
  return (
    <Section title="Race">
      {row.shaken && <p>{shakenSentence(row.shaken)}</p>}
      {crossing && <Overtaken store={store} crossing={crossing} />}
    </Section>
  )
}

function Overtaken({ store, crossing }: { store: Store; crossing: Crossing }) {
  const { newer } = crossing
  const { before, after } = crossingWords(crossing)
  return (
    <>
      <p>
        {before}
        <button type="button" class="link" onClick={() => store.selection.select(newer.id)}>
          {KINDS[newer.kind].one} <bdi>{newer.name}</bdi>
        </button>
        {after}
      </p>
      <CrossingPicture crossing={crossing} />
    </>
  )
}

/** px. */
const HEIGHT = 44

/** Asked above, on the page below. */
function CrossingPicture({ crossing: { older, newer } }: { crossing: Crossing }) {
  const from = startOf(older)
  const [late = from, quick] = [reachedAt(older), reachedAt(newer)]
  const to = Math.max(late, quick ?? startOf(newer), from + 1)
  const x = (at: number) => `${3 + ((at - from) / (to - from)) * 94}%`
  const end = quick ?? to
  return (
    <figure class="crossing">
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        <line class="rail" x1="0" x2="100%" y1="6" y2="6" />
        <line class="rail" x1="0" x2="100%" y1={HEIGHT - 6} y2={HEIGHT - 6} />
        <line class="newer" x1={x(startOf(newer))} y1="6" x2={x(end)} y2={HEIGHT - 6} />
        <line class="older" x1={x(from)} y1="6" x2={x(late)} y2={HEIGHT - 6} />
      </svg>
      <figcaption class="quiet">
        Above: asked. Below: on the page. This one took {formatMs(late - from)}
        {quick === undefined ? '' : `, the newer one ${formatMs(quick - startOf(newer))}`}.
      </figcaption>
    </figure>
  )
}
