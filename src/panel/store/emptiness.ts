/** Why the log is empty, when it is: always one reason, the one a person can do something about. */
import type { Exchange } from '../../core/exchange.ts'
import type { Watch } from '../../protocol/switchboard.ts'
import type { LineStanding } from './line-standing.ts'

export type Emptiness =
  /** The extension was replaced under the open panel. */
  | 'gone'
  /** A plain page, joined to nothing. */
  | 'alone'
  | 'empty-recording'
  /** The filter hides every row there is. */
  | 'filtered'
  /** djust is there; so far only system rows came, which are hidden. */
  | 'quiet'
  | 'paused'
  | 'cleared'
  | Exclude<Watch['state'], 'watched'>
  | 'no-djust'

export interface Circumstances {
  rows: { present: readonly Exchange[]; visible: readonly Exchange[]; total: number }
  line: LineStanding
  isRecording: boolean
  isOpened: boolean
  isNarrowed: boolean
  isSighted: boolean
  watch: Watch | undefined
}

/** Undefined when there are rows to see. */
export function whyEmpty(now: Circumstances): Emptiness | undefined {
  const { present, visible, total } = now.rows
  if (visible.length > 0) return undefined
  if (present.length > 0) return now.isNarrowed ? 'filtered' : 'quiet'
  if (now.isOpened) return 'empty-recording'
  if (now.line === 'gone') return 'gone'
  if (now.line === 'none') return 'alone'
  if (now.watch && now.watch.state !== 'watched') return now.watch.state
  if (!now.isRecording) return 'paused'
  if (total > 0) return 'cleared'
  return now.isSighted ? 'quiet' : 'no-djust'
}
