/** What a person sets once and for all: how it looks, which columns there are, what pages keep, and what they hide. */
import { useState } from 'preact/hooks'
import { DEFAULT_CAPS } from '../../protocol/channel.ts'
import type { Store } from '../store/store.ts'
import type { ThemeChoice } from '../store/theme.ts'
import { CapFields } from './cap-fields.tsx'
import { ColumnFields } from './column-fields.tsx'
import { Dialog } from './dialog.tsx'
import { SecretNames } from './secret-names.tsx'

const THEMES: readonly [ThemeChoice, string][] = [
  ['house', 'As DevTools'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

/** Of a stack: more than the framework's own, and not all of a deep one. */
const FRAMES = 50

export interface SettingsDialogProps {
  store: Store
  onClose: () => void
}

export function SettingsDialog({ store: { preferences, columns }, onClose }: SettingsDialogProps) {
  const { theme, caps, secretNames } = preferences
  const [resets, setResets] = useState(0)
  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      actions={
        <button type="button" class="action primary" onClick={onClose}>
          Done
        </button>
      }
    >
      <fieldset>
        <legend>Theme</legend>
        <div class="choices">
          {THEMES.map(([value, title]) => (
            <label key={value} class="check">
              <input
                type="radio"
                name="theme"
                checked={theme.value === value}
                onChange={() => {
                  theme.value = value
                }}
              />
              {title}
            </label>
          ))}
        </div>
      </fieldset>
      <ColumnFields columns={columns} />
      <fieldset>
        <legend>What a page keeps</legend>
        <p>
          A page keeps its newest facts, so that DevTools may be opened late. What was over a cap when it came
          is lost, and counted below the log. The panel keeps all that reached it.
        </p>
        <CapFields key={resets} caps={caps} />
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              caps.value = { ...DEFAULT_CAPS, stacks: caps.value.stacks }
              // What could not be kept still stands in its field.
              setResets(resets + 1)
            }}
          >
            As at first
          </button>
        </p>
      </fieldset>
      <fieldset>
        <legend>Initiator</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={caps.value.stacks > 0}
            onChange={({ currentTarget }) => {
              caps.value = { ...caps.value, stacks: currentTarget.checked ? FRAMES : 0 }
            }}
          />
          Note stacks
        </label>
        <p class="quiet">
          The line of code that made each call and each dispatch. Off at first because it costs: the page
          waits while the browser writes the stack, each time, and the facts get longer.
        </p>
      </fieldset>
      <SecretNames names={secretNames} />
    </Dialog>
  )
}
