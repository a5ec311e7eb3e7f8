/** What a panel asks of a page. Unknown commands are ignored by older instruments, so new ones may be added freely. */
import type { DEFAULT_CAPS } from './channel.ts'

export type Caps = { [cap in keyof typeof DEFAULT_CAPS]: number }

export type Command =
  /** Send what is held after `after`, then go on live. */
  | { type: 'replay'; after: number }
  /** Everything through this seq has reached a panel's log; it need not be rescued when the page goes. */
  | { type: 'acknowledge'; through: number }
  /** Record, or leave the ring as it is. */
  | { type: 'record'; on: boolean }
  | { type: 'caps'; caps: Partial<Caps> }
  /** Note the synchronous stack wherever something is asked for. Off until it is said, because every call and event pays for it. */
  | { type: 'stacks'; on: boolean }
  /**
   * Names whose values are hidden from now on, beside the built-in ones and in place of those said before: the innermost part of a name,
   * whatever its case. At most 50 of at most 100 code units, in small letters.
   */
  | { type: 'secret-names'; names: readonly string[] }
