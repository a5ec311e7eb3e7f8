/** Shows and hides the overview. */
import type { Signal } from '@preact/signals'
import { OverviewIcon } from './icons.tsx'
import { ToggleButton } from './toggle-button.tsx'

export function StripButton({ overview }: { overview: Signal<boolean> }) {
  return (
    <ToggleButton
      label="Overview"
      title={overview.value ? 'Hide the overview' : 'Show the overview'}
      isOn={overview.value}
      onTurn={(on) => {
        overview.value = on
      }}
    >
      <OverviewIcon />
    </ToggleButton>
  )
}
