/** `localStorage`, or a stand-in that keeps nothing: reading the property alone throws where a browser blocks storage. */
import type { Store } from './store/settings.ts'

export function localStorageOrNothing(): Store {
  try {
    return localStorage
  } catch {
    return { getItem: () => null, setItem: () => {} }
  }
}
