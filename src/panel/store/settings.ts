/** What the panel remembers between two openings. */
import { effect, type Signal, signal } from '@preact/signals'
import type { Theme, ThemeChoice } from './theme.ts'

/** The part of `localStorage` that is used; it may refuse at any time. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>

/** A signal that is kept under `key`. `read` gives undefined for what is not a value of it. */
export function setting<T>(
  storage: Store,
  key: string,
  initial: T,
  read: (stored: unknown) => T | undefined,
): Signal<T> {
  const value = signal(recall(storage, key, read) ?? initial)
  let first = true
  effect(() => {
    const text = JSON.stringify(value.value)
    if (!first) remember(storage, key, text)
    first = false
  })
  return value
}

function recall<T>(storage: Store, key: string, read: (stored: unknown) => T | undefined): T | undefined {
  try {
    const stored = storage.getItem(`djust.${key}`)
    return stored === null ? undefined : read(JSON.parse(stored))
  } catch {
    // A browser that keeps nothing is no reason not to work.
    return undefined
  }
}

function remember(storage: Store, key: string, text: string): void {
  try {
    storage.setItem(`djust.${key}`, text)
  } catch {}
}

export const asBoolean = (stored: unknown) => (typeof stored === 'boolean' ? stored : undefined)
export const asTheme = (stored: unknown): Theme | undefined =>
  stored === 'light' || stored === 'dark' ? stored : undefined
export const asNumber = (stored: unknown) => (typeof stored === 'number' ? stored : undefined)
export const asThemeChoice = (stored: unknown): ThemeChoice | undefined =>
  stored === 'house' ? stored : asTheme(stored)
