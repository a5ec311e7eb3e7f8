/** What relay, switchboard, panel and popup say about the line itself, beside the letters they pass on. */
import type { Envelope, Posted } from './envelope.ts'
import type { Errand, Reached } from './reach.ts'

/** One-shot message, worker → every relay of a tab: a panel is listening, open your port. */
export const CALL_THE_ROLL = 'djust:roll' as const

/** One-shot message, popup → worker, answered when the content scripts follow what is granted. */
export const SYNC = 'djust:sync' as const

/** Why a tab's page can, or cannot, be watched. */
export type Watch =
  | { state: 'watched'; origin: string }
  /** Never asked for; the popup's click starts it. */
  | { state: 'unwatched'; origin: string }
  /** Our own local hosts, which Firefox lets a person withhold. */
  | { state: 'withheld'; origin: string }
  /** A page no extension may enter. */
  | { state: 'forbidden'; origin: string }

/** Panel → switchboard. */
export type PanelSays =
  | { say: 'post'; posted: Posted }
  /** A rescued letter has been taken in. */
  | { say: 'confirm'; rescue: number }
  /** Tell me whether this origin is watched, and call the roll again. */
  | { say: 'look'; origin: string }
  /** Do this in a frame of the tab; it is answered under the same number. */
  | { say: 'send'; errand: Errand; frame: number; number: number }

/** Switchboard → panel. */
export type PanelHears =
  | { hear: 'letter'; envelope: Envelope; rescue?: number }
  /** A relay of this frame has its port open or lost it. */
  | { hear: 'joined' | 'parted'; frame: number }
  | { hear: 'watch'; watch: Watch }
  | { hear: 'done'; number: number; reached: Reached<unknown> }

/** Switchboard → relay. */
export type RelayHears =
  | { hear: 'letter'; posted: Posted }
  /** A panel listens to this tab, or none does any more. */
  | { hear: 'joined' | 'parted' }
