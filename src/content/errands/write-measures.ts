/** Writes entries into the timeline of the document, where the Performance panel finds them. Runs in the isolated world. */
import type { TrackEntry } from '../../protocol/reach.ts'

/**
 * Self-contained, because it crosses into the page as text. `origin` is that of the entries' clock, epoch ms. Answers how many
 * were written: what another panel of the same tab has written is not written again.
 */
export function writeMeasures(
  origin: number,
  entries: readonly TrackEntry[],
  place: Pick<Window, 'performance'> = window,
): number {
  const { performance } = place
  const kept = Symbol.for('djust-devtools: measured')
  const { [kept]: measured = new Set() } = place as { [kept]?: Set<string> }
  Object.assign(place, { [kept]: measured })
  const shift = origin - performance.timeOrigin
  let written = 0
  for (const { name, start, end, track, color, tooltip, properties } of entries) {
    const key = JSON.stringify([track, name, start, end])
    if (measured.has(key)) continue
    // Panels write what they fold within moments of each other.
    if (measured.size >= 1000) measured.clear()
    measured.add(key)
    // They are cleared by name, and what the page has measured itself must stay.
    let own = name
    while (performance.getEntriesByName(own, 'measure').length > 0) own += ' ·'
    const devtools = {
      dataType: 'track-entry',
      track,
      trackGroup: 'djust',
      color,
      tooltipText: tooltip,
      properties,
    }
    try {
      // What began before the document, on its clock, is of another one.
      performance.measure(own, { start: start + shift, end: end + shift, detail: { devtools } })
      written += 1
    } catch {}
    // Who records has it by now, and nobody else shall have to keep it.
    performance.clearMeasures(own)
  }
  return written
}
