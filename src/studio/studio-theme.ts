/** The studio's theme: the address, else what a person chose here at any time, else the system; and a switch that is remembered. */
import { asTheme, type Store, setting } from '../panel/store/settings.ts'
import type { Theme, ThemeSource } from '../panel/store/theme.ts'
import { themeNamed } from '../panel/theme-source.ts'

export interface StudioThemeDeps {
  storage: Store
  system: ThemeSource
  /** The query of the address; `?theme=` wins until a person switches. */
  search: string
}

export function createStudioTheme({
  storage,
  system,
  search,
}: StudioThemeDeps): ThemeSource & { toggle(): void } {
  const kept = setting<Theme | null>(storage, 'studio.theme', null, asTheme)
  let named = themeNamed(search)?.current()
  const current = () => named ?? kept.value ?? system.current()
  const hearers = new Set<(theme: Theme) => void>()
  const tell = () => {
    for (const hear of hearers) hear(current())
  }
  system.onChange(tell, new AbortController().signal)
  return {
    current,
    onChange(hear, signal) {
      hearers.add(hear)
      signal.addEventListener('abort', () => hearers.delete(hear))
    },
    toggle() {
      const next = current() === 'dark' ? 'light' : 'dark'
      named = undefined
      kept.value = next
      tell()
    },
  }
}
