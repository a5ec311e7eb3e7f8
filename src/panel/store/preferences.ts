/** What a person has set once and for all, and what of it the pages must be told. */
import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals'
import { isRecord } from '../../core/is-record.ts'
import { spellingsOf } from '../../core/spellings.ts'
import { DEFAULT_CAPS } from '../../protocol/channel.ts'
import type { Caps, Command } from '../../protocol/commands.ts'
import { asThemeChoice, type Store as Storage, setting } from './settings.ts'
import type { ThemeChoice } from './theme.ts'

export interface Preferences {
  theme: Signal<ThemeChoice>
  /** What a page keeps, how much of one payload, and how many frames of a stack. */
  caps: Signal<Caps>
  /** Names that are hidden beside the built-in ones. */
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
  stacks: { least: 0, most: 200 },
}
export const NAME_BOUNDS = { names: 50, length: 100 }

export function createPreferences(storage: Storage): Preferences {
  const caps = setting<Caps>(storage, 'caps', DEFAULT_CAPS, asCaps)
  const secretNames = setting<readonly string[]>(storage, 'secret-names', [], asNames)
  const orders = computed(() => ordersFor(caps.value, secretNames.value))
  return {
    theme: setting<ThemeChoice>(storage, 'theme', 'house', asThemeChoice),
    caps,
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

function ordersFor(caps: Caps, names: readonly string[]): readonly Command[] {
  const secret = names.flatMap(spellingsOf).map((name) => [name, 'secret'] as const)
  return [
    // Before anything that is kept in the new way.
    { type: 'secret-names', names: Object.fromEntries(secret) },
    { type: 'caps', caps },
  ]
}

const BEGINNING = ordersFor(DEFAULT_CAPS, [])

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
  return { facts: read('facts'), bytes: read('bytes'), payload: read('payload'), stacks: read('stacks') }
}

function asNames(stored: unknown): readonly string[] | undefined {
  if (!Array.isArray(stored)) return undefined
  return readNames(stored.filter((name) => typeof name === 'string').join('\n')).names
}

/** One name a line; `wrong` says what of it cannot be taken, the names are those that can. */
export function readNames(text: string): { names: readonly string[]; wrong?: string } {
  const { names: most, length } = NAME_BOUNDS
  const typed = text.split('\n').map((line) => line.trim())
  const all = [...new Set(typed.filter((name) => name !== ''))]
  const short = all.filter((name) => name.length <= length)
  const names = short.slice(0, most)
  if (short.length < all.length) return { names, wrong: `A name has ${length} characters at most.` }
  if (names.length < short.length) return { names, wrong: `${most} names are kept at most.` }
  return { names }
}
