/** Does the page re-render because of it, and how? */
import { isDecided, RERENDERS } from '../rerender.ts'
import type { Trait } from './trait.ts'

export const rerender: Trait = {
  samples: (rows) => rows.filter(isDecided).map((row) => ({ value: row.verdict.render, rows: [row] })),
  change(before, after) {
    const did = before.some(isOne)
    const does = after.some(isOne)
    if (!did && does) return 'rerender-appeared'
    if (did && !does) return 'rerender-vanished'
    return 'render-changed'
  },
}

function isOne(value: string): boolean {
  return RERENDERS.some((render) => render === value)
}
