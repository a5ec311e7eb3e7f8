/** The caps of what a page keeps, each with its bounds; what is out of them is said and changes nothing. */
import type { Signal } from '@preact/signals'
import { useId, useState } from 'preact/hooks'
import { formatCount } from '../../core/numbers.ts'
import type { Caps } from '../../protocol/commands.ts'
import { CAP_BOUNDS, isWithinBounds } from '../store/preferences.ts'

const FIELDS: readonly { cap: keyof Caps; title: string; unit: string; per: number }[] = [
  { cap: 'facts', title: 'Facts', unit: '', per: 1 },
  { cap: 'bytes', title: 'All of them', unit: 'kB', per: 1_000 },
  { cap: 'payload', title: 'One payload, then it is cut', unit: 'kB', per: 1_000 },
]

export function CapFields({ caps }: { caps: Signal<Caps> }) {
  return (
    <div class="fields">
      {FIELDS.map((field) => (
        <CapField
          // Put back as at first, it shows that.
          key={`${field.cap} ${caps.value[field.cap]}`}
          {...field}
          value={caps.value[field.cap]}
          onSet={(value) => {
            caps.value = { ...caps.value, [field.cap]: value }
          }}
        />
      ))}
    </div>
  )
}

interface CapFieldProps {
  cap: keyof Caps
  title: string
  unit: string
  per: number
  value: number
  onSet: (value: number) => void
}

function CapField({ cap, title, unit, per, value, onSet }: CapFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState(String(value / per))
  const { least, most } = CAP_BOUNDS[cap]
  /** Undefined for what is no number within the bounds. */
  const read = (text: string) => {
    const wanted = Math.round(Number(text) * per)
    return text.trim() !== '' && isWithinBounds(cap, wanted) ? wanted : undefined
  }
  const isWrong = read(typed) === undefined
  return (
    <>
      <label for={id}>{title}</label>
      <span>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={`${id}-bounds`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onChange={({ currentTarget }) => {
            const wanted = read(currentTarget.value)
            if (wanted !== undefined) onSet(wanted)
          }}
        />{' '}
        {unit}
      </span>
      <span id={`${id}-bounds`} class={isWrong ? 'wrong' : 'quiet'}>
        {isWrong ? 'Not kept. ' : ''}
        {formatCount(least / per)} to {formatCount(most / per)} {unit}
      </span>
    </>
  )
}
