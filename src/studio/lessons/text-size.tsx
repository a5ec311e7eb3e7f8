/** How large text, page and panel are: for one's own screen, or for the last row of a room. */
import type { Signal } from '@preact/signals'
import { type Store, setting } from '../../panel/store/settings.ts'

const SIZES = [
  { size: 'normal', says: 'Normal text', scale: 1 },
  { size: 'large', says: 'Large text', scale: 1.25 },
  { size: 'huge', says: 'Huge text', scale: 1.6 },
] as const

export type TextSize = (typeof SIZES)[number]['size']

export function createTextSize(storage: Store): Signal<TextSize> {
  return setting<TextSize>(
    storage,
    'lessons.text-size',
    'normal',
    (stored) => SIZES.find(({ size }) => size === stored)?.size,
  )
}

export function scaleOf(wanted: TextSize): number {
  return SIZES.find(({ size }) => size === wanted)?.scale ?? 1
}

export function TextSizeView({ chosen }: { chosen: Signal<TextSize> }) {
  return (
    <>
      {SIZES.map(({ size, says }) => (
        <button
          key={size}
          type="button"
          data-size={size}
          aria-label={says}
          title={says}
          aria-pressed={chosen.value === size}
          onClick={() => {
            chosen.value = size
          }}
        >
          A
        </button>
      ))}
    </>
  )
}
