/** The caps of what a page keeps, each with its bounds; what is out of them is said and changes nothing. */
import type { Signal } from '@preact/signals'
import { useId, useState } from 'preact/hooks'
import { formatBytes, formatCount } from '../../core/numbers.ts'
import { readAmount, SIZE_UNITS, type Units } from '../../core/query/read-amount.ts'
import type { Caps } from '../../protocol/commands.ts'
import { CAP_BOUNDS, isWithinBounds } from '../store/preferences.ts'

/** Typed as the filter takes it, written as the bar below the log writes it. */
interface Measure {
  units: Units
  format(amount: number): string
}
const COUNT: Measure = { units: new Map([['', 1]]), format: formatCount }
const SIZE: Measure = { units: SIZE_UNITS, format: formatBytes }

const FIELDS: readonly { cap: keyof Caps; title: string; measure: Measure }[] = [
  { cap: 'facts', title: 'Facts', measure: COUNT },
  { cap: 'bytes', title: 'All of them', measure: SIZE },
  { cap: 'payload', title: 'One payload, then it is cut', measure: SIZE },
]

export function CapFields({ caps }: { caps: Signal<Caps> }) {
  return (
    <div class="fields">
      {FIELDS.map((field) => (
        <CapField
          key={field.cap}
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
  measure: Measure
  value: number
  onSet: (value: number) => void
}

function CapField({ cap, title, measure: { units, format }, value, onSet }: CapFieldProps) {
  const id = useId()
  /** Undefined where it stands as it is kept. */
  const [typed, setTyped] = useState<string>()
  const { least, most } = CAP_BOUNDS[cap]
  /** Undefined for what is no amount within the bounds. */
  const read = (text: string) => {
    // `1.1 MB` is a little more than it says.
    const wanted = Math.round(readAmount(text, units) ?? Number.NaN)
    return isWithinBounds(cap, wanted) ? wanted : undefined
  }
  const isWrong = typed !== undefined && read(typed) === undefined
  return (
    <>
      <label for={id}>{title}</label>
      <input
        id={id}
        type="text"
        value={typed ?? format(value)}
        aria-invalid={isWrong}
        aria-describedby={`${id}-bounds`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const wanted = read(currentTarget.value)
          if (wanted === undefined) return
          onSet(wanted)
          setTyped(undefined)
        }}
      />
      <span id={`${id}-bounds`} class={isWrong ? 'wrong' : 'quiet'}>
        {isWrong ? 'Not kept. ' : ''}
        {format(least)} to {format(most)}
      </span>
    </>
  )
}
