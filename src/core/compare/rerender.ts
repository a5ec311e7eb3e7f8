/** Does the page re-render because of it, and how? */
import type { Render } from '../exchange.ts'
import type { Trait } from './trait.ts'

export const rerender: Trait = {
  samples: (rows) =>
    rows
      .filter((row) => isDecided(row.verdict.render))
      .map((row) => ({ value: row.verdict.render, rows: [row] })),
  change(before, after) {
    const did = before.some(isRerender)
    const does = after.some(isRerender)
    if (!did && does) return 'rerender-appeared'
    if (did && !does) return 'rerender-vanished'
    return 'render-changed'
  },
}

/** An exchange still under way, and evidence that does not decide, are no answer. */
export function isDecided(render: Render): boolean {
  return render !== 'pending' && render !== 'unknown'
}

export function isRerender(render: string): boolean {
  return render === 'patched' || render === 'replaced' || render === 'local'
}
