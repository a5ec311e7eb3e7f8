/** The chips of kinds, chosen as in the Network panel: a click for only this one, with Ctrl or ⌘ for several. */
import type { Chip, Filter } from '../store/filter.ts'

const CHIPS: readonly [Chip, string][] = [
  ['call', 'Calls'],
  ['dispatch', 'Dispatches'],
  ['push', 'Pushes'],
]

export function Chips({ filter }: { filter: Filter }) {
  const chosen = filter.chips.value
  return (
    <fieldset class="chips" aria-label="Kinds">
      <button
        type="button"
        class="chip"
        aria-pressed={chosen.size === 0}
        title="Everything but system rows; of those only what failed"
        onClick={() => filter.chooseAll()}
      >
        All
      </button>
      {CHIPS.map(([chip, label]) => (
        <button
          key={chip}
          type="button"
          class="chip"
          aria-pressed={chosen.has(chip)}
          title="Only these; with Ctrl or ⌘ beside the others"
          onClick={({ ctrlKey, metaKey }) => filter.choose(chip, ctrlKey || metaKey ? 'beside' : 'only')}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        class="chip"
        aria-pressed={filter.system.value}
        title="Also connect, mount, ping, upload and recovery"
        onClick={() => filter.toggleSystem()}
      >
        System
      </button>
    </fieldset>
  )
}
