/** Why the log is empty, when it is: always one reason, the one a person can do something about. */
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
  /** The pause is over; all there is came while it went on. */
  | 'resumed'
  | 'cleared'
  | Exclude<Watch['state'], 'watched'>
  | 'no-djust'

export interface Circumstances {
  rows: {
    /** Neither cleared nor come in a pause. */
    present: number
    visible: number
    /** Come in a pause. */
    paused: number
    total: number
    /** More of them may yet be found. */
    isCounting: boolean
  }
  line: LineStanding
  isRecording: boolean
  isOpened: boolean
  isNarrowed: boolean
  isSighted: boolean
  watch: Watch | undefined
}

/** Undefined when there are rows to see. */
export function whyEmpty(now: Circumstances): Emptiness | undefined {
  const { present, visible, paused, total, isCounting } = now.rows
  if (visible > 0 || isCounting) return undefined
  if (present > 0 && now.isNarrowed) return 'filtered'
  if (now.isOpened) return 'empty-recording'
  if (now.line === 'gone') return 'gone'
  if (now.line === 'none') return 'alone'
  if (now.watch && now.watch.state !== 'watched') return now.watch.state
  if (!now.isRecording) return 'paused'
  if (paused > 0) return 'resumed'
  if (total > present) return 'cleared'
  return present > 0 || now.isSighted ? 'quiet' : 'no-djust'
}
