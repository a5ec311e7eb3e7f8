/** What a person has set once and for all, and what of it the pages must be told. */
import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals'
import { isRecord } from '../../core/is-record.ts'
import { DEFAULT_CAPS } from '../../protocol/channel.ts'
import type { Caps, Command } from '../../protocol/commands.ts'
import { asBoolean, asThemeChoice, type Store as Storage, setting } from './settings.ts'
import type { ThemeChoice } from './theme.ts'

export interface Preferences {
  theme: Signal<ThemeChoice>
  /** What a page keeps, and how much of one payload. */
  caps: Signal<Caps>
  /** Whether pages note the stack wherever something is asked for. */
  stacks: Signal<boolean>
  /** Names that are hidden beside the built-in ones, in small letters. */
  secretNames: Signal<readonly string[]>
  /** What a page that says hello must be told: whatever is not as it begins. */
  greeting: ReadonlySignal<readonly Command[]>
  /** Told of every order to pages that has changed. */
  onOrder(hear: (order: Command) => void, stop: AbortSignal): void
}

/** Units as in `DEFAULT_CAPS`. */
export const CAP_BOUNDS: { readonly [cap in keyof Caps]: { least: number; most: number } } = {
  facts: { least: 100, most: 100_000 },
  bytes: { least: 100_000, most: 64_000_000 },
  payload: { least: 1_000, most: 4_000_000 },
}
export const NAME_BOUNDS = { names: 50, length: 100 }

export function createPreferences(storage: Storage): Preferences {
  const caps = setting<Caps>(storage, 'caps', DEFAULT_CAPS, asCaps)
  const stacks = setting(storage, 'stacks', false, asBoolean)
  const secretNames = setting<readonly string[]>(storage, 'secret-names', [], asNames)
  const orders = computed(() => ordersFor(caps.value, stacks.value, secretNames.value))
  return {
    theme: setting<ThemeChoice>(storage, 'theme', 'house', asThemeChoice),
    caps,
    stacks,
    secretNames,
    greeting: computed(() => changedFrom(BEGINNING, orders.value)),
    onOrder(hear, stop) {
      let told = orders.peek()
      const end = effect(() => {
        const now = orders.value
        for (const order of changedFrom(told, now)) hear(order)
        told = now
      })
      stop.addEventListener('abort', end, { once: true })
    },
  }
}

function ordersFor(caps: Caps, stacks: boolean, names: readonly string[]): readonly Command[] {
  return [
    // Before anything that is kept in the new way.
    { type: 'secret-names', names },
    { type: 'caps', caps },
    { type: 'stacks', on: stacks },
  ]
}

const BEGINNING = ordersFor(DEFAULT_CAPS, false, [])

function changedFrom(before: readonly Command[], after: readonly Command[]): Command[] {
  return after.filter((order, place) => JSON.stringify(order) !== JSON.stringify(before[place]))
}

export function isWithinBounds(cap: keyof Caps, value: number): boolean {
  const { least, most } = CAP_BOUNDS[cap]
  return Number.isSafeInteger(value) && value >= least && value <= most
}

function asCaps(stored: unknown): Caps | undefined {
  if (!isRecord(stored)) return undefined
  const read = (cap: keyof Caps) => {
    const value = stored[cap]
    return typeof value === 'number' && isWithinBounds(cap, value) ? value : DEFAULT_CAPS[cap]
  }
  return { facts: read('facts'), bytes: read('bytes'), payload: read('payload') }
}

function asNames(stored: unknown): readonly string[] | undefined {
  if (!Array.isArray(stored)) return undefined
  return readNames(stored.filter((name) => typeof name === 'string').join('\n')).names
}

/** One name a line; `wrong` says what of it cannot be taken, the names are those that can. */
export function readNames(text: string): { names: readonly string[]; wrong?: string } {
  const { names: most, length } = NAME_BOUNDS
  const typed = text.split('\n').map((line) => line.trim().toLowerCase())
  const all = [...new Set(typed.filter((name) => name !== ''))]
  const short = all.filter((name) => name.length <= length)
  const names = short.slice(0, most)
  if (short.length < all.length) return { names, wrong: `A name has ${length} characters at most.` }
  if (names.length < short.length) return { names, wrong: `${most} names are kept at most.` }
  return { names }
}
