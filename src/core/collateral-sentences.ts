/** What a re-render did to the person's place in the page, in sentences; the elements stand apart, to be set as code. */
import type { Collateral } from './exchange.ts'
import { formatMany } from './numbers.ts'

export interface Harm {
  element: string
  says: string
}

/** Empty when everything stayed as it was. */
export function harmsOf({ focus, caret, composition, typed = [], scrolled = [] }: Collateral): Harm[] {
  return [
    ...(focus ? [{ element: focus.from, says: lost(focus.to) }] : []),
    ...(caret
      ? [{ element: caret.element, says: `caret moved from ${place(caret.from)} to ${place(caret.to)}` }]
      : []),
    ...(composition ? [{ element: composition, says: 'text under composition was broken off' }] : []),
    ...typed.map(({ element, ...change }) => ({ element, says: overwritten(change) })),
    ...scrolled.map(({ element, x, y, gone }) => ({
      element,
      says: gone ? `was scrolled ${moved(-x, -y)}, and is gone` : `scrolled by ${moved(x, y)}`,
    })),
  ]
}

const lost = (to: string | undefined) => (to ? `focus moved to ${to}` : 'focus was lost')

const place = ([from, to]: readonly [number, number]) => (from === to ? `${from}` : `${from}–${to}`)

function overwritten({ from, to, gone }: { from?: number; to?: number; gone?: true }): string {
  const had =
    from === undefined ? 'what was typed' : `${formatMany(from, 'typed character', 'typed characters')}`
  if (gone) return `the field is gone, with ${had}`
  return to === undefined
    ? `${had} was overwritten`
    : `typed text was overwritten: ${from} → ${formatMany(to, 'character', 'characters')}`
}

function moved(x: number, y: number): string {
  const across = x === 0 ? '' : `${Math.abs(x)} px ${x < 0 ? 'left' : 'right'}`
  const along = y === 0 ? '' : `${Math.abs(y)} px ${y < 0 ? 'up' : 'down'}`
  return [across, along].filter(Boolean).join(' and ')
}
