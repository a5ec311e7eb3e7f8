/** Where light or dark comes from: an override, DevTools (both browsers' ways), or the system. */
import type { Theme, ThemeSource } from './store/theme.ts'

/** The part of `devtools.panels` that tells of the theme; Chrome has a handler, Firefox an event. */
export interface ThemePanels {
  themeName?: string
  setThemeChangeHandler?: (hear: (name: string) => void) => void
  onThemeChanged?: { addListener(hear: (name: string) => void): void }
}

export function fixedTheme(theme: Theme): ThemeSource {
  return { current: () => theme, onChange: () => {} }
}

/** `default` (Chrome), `light` and the old `firebug` are light. */
export function devtoolsTheme(panels: ThemePanels): ThemeSource {
  const themeOf = (name: string | undefined): Theme => (name === 'dark' ? 'dark' : 'light')
  return {
    current: () => themeOf(panels.themeName),
    onChange(hear, signal) {
      const tell = (name: string) => {
        if (!signal.aborted) hear(themeOf(name))
      }
      if (panels.setThemeChangeHandler) panels.setThemeChangeHandler(tell)
      else panels.onThemeChanged?.addListener(tell)
    },
  }
}

export function systemTheme(view: Pick<Window, 'matchMedia'>): ThemeSource {
  const query = view.matchMedia('(prefers-color-scheme: dark)')
  const themeOf = (isDark: boolean): Theme => (isDark ? 'dark' : 'light')
  return {
    current: () => themeOf(query.matches),
    onChange: (hear, signal) =>
      query.addEventListener('change', ({ matches }) => hear(themeOf(matches)), { signal }),
  }
}

/** `?theme=dark|light` in the address wins over everything. */
export function themeNamed(search: string): ThemeSource | undefined {
  const name = new URLSearchParams(search).get('theme')
  return name === 'dark' || name === 'light' ? fixedTheme(name) : undefined
}
