/** What a panel asks of a page. Unknown commands are ignored by older instruments, so new ones may be added freely. */
import type { DEFAULT_CAPS } from './channel.ts'
import type { Lease } from './shaker.ts'

export type Caps = { [cap in keyof typeof DEFAULT_CAPS]: number }

export type Command =
  /** Send what is held after `after`, then go on live. */
  | { type: 'replay'; after: number }
  /** Everything through this seq has reached a panel's log; it need not be rescued when the page goes. */
  | { type: 'acknowledge'; through: number }
  /** Record, or leave the ring as it is. */
  | { type: 'record'; on: boolean }
  | { type: 'caps'; caps: Partial<Caps> }
  /**
   * Hide the values of these from now on, beside what is secret anyway: the innermost part of each name, as it is
   * written there. They hold for as long as the document lives.
   */
  | { type: 'secret-names'; names: Readonly<Record<string, 'secret'>> }
  /**
   * Shake like this until the lease is over, from the first number; the same round again: go on. Nothing: stop. Where no shaker was
   * brought nobody hears it.
   */
  | { type: 'shake'; shake?: Lease }
