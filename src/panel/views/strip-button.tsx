/** Shows and hides the overview. */
import type { Signal } from '@preact/signals'
import { OverviewIcon } from './icons.tsx'

export function StripButton({ overview }: { overview: Signal<boolean> }) {
  return (
    <button
      type="button"
      class="tool"
      aria-label="Overview"
      aria-pressed={overview.value}
      title={overview.value ? 'Hide the overview' : 'Show the overview'}
      onClick={() => {
        overview.value = !overview.value
      }}
    >
      <OverviewIcon />
    </button>
  )
}
