/** Light or dark: whatever the house around the panel says. */
import { type ReadonlySignal, signal } from '@preact/signals'

export type Theme = 'light' | 'dark'

export interface ThemeSource {
  current(): Theme
  onChange(hear: (theme: Theme) => void, signal: AbortSignal): void
}

export function createTheme(source: ThemeSource, stop: AbortSignal): ReadonlySignal<Theme> {
  const theme = signal(source.current())
  source.onChange((next) => {
    theme.value = next
  }, stop)
  return theme
}
