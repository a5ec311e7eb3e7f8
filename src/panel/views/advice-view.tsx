/** What could be better, each with the rows that prove it and the change to make; what is muted can be told again. */
import '../css/advice.css'
import { useMemo } from 'preact/hooks'
import { formatMany } from '../../core/numbers.ts'
import type { Told } from '../store/advice.ts'
import type { Store } from '../store/store.ts'
import { AdviceFinding } from './advice-finding.tsx'

export function AdviceView({ store }: { store: Store }) {
  const advice = store.advice.value
  const shown = advice?.shown.value ?? []
  const hidden = advice?.hidden.value ?? []
  const visible = store.rows.visible.value
  const ids = useMemo(() => new Set(visible.map(({ id }) => id)), [visible])
  return (
    <div class="advice">
      {shown.length === 0 ? (
        <p class="nothing">
          No advice. The rules look at the newest exchanges, and found nothing of what they know.
        </p>
      ) : (
        <p class="quiet">
          {formatMany(shown.length, 'finding', 'findings')}, each with the exchanges that prove it.
        </p>
      )}
      {shown.map((told) => (
        <AdviceFinding
          key={`${told.site} ${told.rule} ${told.subject}`}
          store={store}
          told={told}
          isVisible={(id) => ids.has(id)}
          onMute={() => advice?.mute(told)}
        />
      ))}
      {hidden.length > 0 && (
        <section aria-label="Muted">
          <h2>Muted</h2>
          <ul>
            {onePerRule(hidden).map((told) => (
              <li key={`${told.site} ${told.rule}`}>
                {told.title} on <bdi>{told.site}</bdi>{' '}
                <button type="button" class="link" onClick={() => advice?.unmute(told)}>
                  Tell again
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const onePerRule = (hidden: readonly Told[]) => [
  ...new Map(hidden.map((told) => [`${told.site} ${told.rule}`, told])).values(),
]
