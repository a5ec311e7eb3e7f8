/** Light or dark: what a person chose, or whatever the house around the panel says. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'

export type Theme = 'light' | 'dark'

export interface ThemeSource {
  current(): Theme
  onChange(hear: (theme: Theme) => void, signal: AbortSignal): void
}

/** `house`: as what is around it, DevTools or the system. */
export type ThemeChoice = Theme | 'house'

export function createTheme(
  source: ThemeSource,
  choice: ReadonlySignal<ThemeChoice>,
  stop: AbortSignal,
): ReadonlySignal<Theme> {
  const around = signal(source.current())
  source.onChange((next) => {
    around.value = next
  }, stop)
  return computed(() => (choice.value === 'house' ? around.value : choice.value))
}
