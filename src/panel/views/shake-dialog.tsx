/** How the page is to be shaken: by which seed, how much, and what. */
import { useId } from 'preact/hooks'
import type { Shake } from '../../protocol/shaker.ts'
import { Dialog } from './dialog.tsx'

export interface ShakeDialogProps {
  wanted: Shake
  isShaking: boolean
  /** Changes only this of it. */
  onWant: (part: Partial<Shake>) => void
  onShake: () => void
  onStop: () => void
  onClose: () => void
}

const BOUNDS = { seed: { min: 0, max: 999_999 }, most: { min: 50, max: 10_000 } } as const

export function ShakeDialog({ wanted, isShaking, onWant, onShake, onStop, onClose }: ShakeDialogProps) {
  const { seed, most, calls, dispatches } = wanted
  return (
    <Dialog
      title="Shake the page"
      onClose={onClose}
      onSubmit={() => {
        onShake()
        onClose()
      }}
      actions={
        <>
          <button type="submit" class="action primary" disabled={!calls && !dispatches}>
            {isShaking ? 'Shake from the start' : 'Shake'}
          </button>
          {isShaking && (
            <button
              type="button"
              class="action"
              onClick={() => {
                onStop()
                onClose()
              }}
            >
              Stop shaking
            </button>
          )}
          <button type="button" class="action" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <p>
        Answers of calls reach the page late and out of their order; dispatches leave late, in their order.
        The same seed does the same again. What was touched is marked in the log. It stops with this panel.
      </p>
      <div class="fields">
        <NumberField title="Seed" name="seed" value={seed} onSet={(value) => onWant({ seed: value })} />
        <NumberField
          title="Longest delay, ms"
          name="most"
          value={most}
          onSet={(value) => onWant({ most: value })}
        />
      </div>
      <fieldset>
        <legend>What is shaken</legend>
        <div class="choices">
          <Box title="Calls" isOn={calls} onTurn={(on) => onWant({ calls: on })} />
          <Box title="Dispatches" isOn={dispatches} onTurn={(on) => onWant({ dispatches: on })} />
        </div>
      </fieldset>
    </Dialog>
  )
}

interface NumberFieldProps {
  title: string
  name: keyof typeof BOUNDS
  value: number
  onSet: (value: number) => void
}

function NumberField({ title, name, value, onSet }: NumberFieldProps) {
  const id = useId()
  const { min, max } = BOUNDS[name]
  return (
    <>
      <label for={id}>{title}</label>
      <input
        id={id}
        type="number"
        required
        step={1}
        min={min}
        max={max}
        value={value}
        aria-describedby={`${id}-bounds`}
        onInput={({ currentTarget }) => {
          if (currentTarget.checkValidity()) onSet(currentTarget.valueAsNumber)
        }}
      />
      <span id={`${id}-bounds`} class="quiet">
        {min.toLocaleString('en-US')} to {max.toLocaleString('en-US')}
      </span>
    </>
  )
}

function Box({ title, isOn, onTurn }: { title: string; isOn: boolean; onTurn: (on: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onTurn(currentTarget.checked)} />
      {title}
    </label>
  )
}
