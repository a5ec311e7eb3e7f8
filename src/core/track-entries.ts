/** An exchange as entries for the tracks of the Performance panel: how long it took, and its re-render. */
import type { TrackEntry } from '../protocol/reach.ts'
import { capital } from './capital.ts'
import type { Exchange, Kind } from './exchange.ts'
import { hasFailed } from './failed.ts'
import { KINDS } from './kinds.ts'
import { startOf } from './moments.ts'
import { formatBytes, formatCount, formatMs } from './numbers.ts'
import { isRerender } from './rerender.ts'
import { verdictTitle } from './verdict-words.ts'

const COLOURS: Record<Kind, TrackEntry['color']> = {
  call: 'primary',
  dispatch: 'secondary',
  push: 'tertiary',
  navigation: 'primary-light',
  system: 'primary-light',
}
const LONGEST = 200

/** Empty while nothing has come back: there is no end to draw yet. */
export function trackEntriesOf(row: Exchange): TrackEntry[] {
  const { kind, name, times } = row
  const { received, applied, painted } = times
  if (received === undefined) return []
  const { one, many } = KINDS[kind]
  const start = startOf(row)
  const entry: TrackEntry = {
    name: cut(`${one} ${name}`),
    start,
    end: received,
    track: capital(many),
    color: hasFailed(row) ? 'error' : COLOURS[kind],
    tooltip: cut(`${one} ${name}: ${formatMs(received - start)}`),
    properties: propertiesOf(row),
  }
  const begun = times.applying ?? received
  const end = painted ?? applied
  if (!isRerender(row) || end === undefined || end < begun) return [entry]
  const rerender: TrackEntry = {
    ...entry,
    name: cut(`re-render by ${one} ${name}`),
    start: begun,
    end,
    track: 'Re-renders',
    tooltip: cut(`re-render by ${one} ${name}: ${formatMs(end - begun)}`),
  }
  return [entry, rerender]
}

function propertiesOf(row: Exchange): TrackEntry['properties'] {
  const properties: [string, string | false | undefined][] = [
    ['Status', row.statusText],
    ['Re-render', verdictTitle(row).split('\n', 1)[0]],
    ['View', row.view !== '' && row.view],
    ['Asked by', row.trigger && `${row.trigger.element} ${row.trigger.event}`],
    ['Patches', row.patches > 0 && formatCount(row.patches)],
    ['Server', row.times.server !== undefined && formatMs(row.times.server)],
    ['Size', `${formatBytes(row.sent)} sent, ${formatBytes(row.received)} received`],
  ]
  return properties.flatMap(([name, value]) => (value ? [[name, cut(value)] as const] : []))
}

/** Names are the page's to choose, and a tooltip is no place for a book. */
function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
