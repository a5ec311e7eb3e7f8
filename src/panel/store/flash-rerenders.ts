/** Flashes every re-render in the page, told by the fold: only it knows because of what, and the page need not watch itself twice. */
import { rowsOf } from '../../core/log.ts'
import { renderedBy } from '../../core/outlines.ts'
import type { Flash, Reach } from '../../protocol/reach.ts'
import { type FollowDeps, followRows } from './follow-rows.ts'

/** In one order; a page that re-renders more at once is bright all over as it is. */
const MOST = 20

export function flashRerenders(
  { reach, ...deps }: FollowDeps & { reach: Pick<Reach, 'overlay'> },
  stop: AbortSignal,
): void {
  /** Answers whose change of the DOM has been seen, by row; those of before are history. */
  const seen = new Map<string, number>()
  for (const { id, answers, dom } of rowsOf(deps.log.peek())) if (dom) seen.set(id, answers.length)
  followRows(
    deps,
    (rows) => {
      const frames = new Map<number, Flash[]>()
      for (const row of rows) {
        const { id, kind, frame, answers, dom } = row
        if (!dom?.nodes || (seen.get(id) ?? 0) >= answers.length) continue
        seen.set(id, answers.length)
        const flashes = renderedBy(row).map(({ selector }) => ({ cause: kind, selector }))
        frames.set(frame, [...(frames.get(frame) ?? []), ...flashes].slice(0, MOST))
      }
      for (const [frame, flashes] of frames)
        if (flashes.length > 0) void reach.overlay(frame, { draw: 'flashes', flashes })
    },
    stop,
  )
}
